#!/bin/sh
# Installs the real servers that the tests start on loopback (Debian 12). Without root it says
# what to install and lets the tests decide: with CI=true a missing server is a failure.
set -eu
missing=""
need() { command -v "$1" >/dev/null 2>&1 || [ -x "$1" ] || missing="$missing $2"; }
need /usr/sbin/dovecot dovecot-imapd
need /usr/lib/dovecot/lmtp dovecot-lmtpd
need /usr/sbin/postfix postfix
need openssl openssl
need chromium chromium
[ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || missing="$missing postgresql"
# Debian's exim4 conflicts with its postfix: it is unpacked beside it, where the tests look for it.
beside=/usr/local/lib/relance-servers
[ -x /usr/sbin/exim4 ] || [ -x "$beside/usr/sbin/exim4" ] || missing="$missing exim4-daemon-light"
# So do its Cyrus and its Courier with its Dovecot: unpacked there too, with what they need.
cyrus="cyrus-common cyrus-imapd libical3 libxapian30 libzephyr4 libwrap0 libclamav12 libpcre3
  libpq5 libjansson4"
courier="courier-imap courier-base courier-authlib libcourier-unicode4 gamin libgamin0 libidn12
  libpcre3 libgdbm6 socat"
to_unpack=""
[ -x "$beside/cyrus/usr/lib/cyrus/bin/master" ] || to_unpack="$to_unpack cyrus"
[ -x "$beside/courier/usr/bin/imapd" ] || to_unpack="$to_unpack courier"
[ -z "$missing$to_unpack" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing:$missing$to_unpack"
  export DEBIAN_FRONTEND=noninteractive
  # Package scripts must not start the services: the tests start their own.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
  fi
  apt-get update -qq
  case "$missing" in *" exim4-daemon-light"*)
    missing="${missing% exim4-daemon-light} libidn12 libgnutls-dane0 libnsl2"
    unpacked=$(mktemp -d)
    (cd "$unpacked" && apt-get download -qq exim4-daemon-light && dpkg -x exim4-daemon-light_*.deb .)
    mkdir -p "$beside/usr/sbin"
    cp "$unpacked/usr/sbin/exim4" "$beside/usr/sbin/exim4"
    rm -rf "$unpacked"
    # Exim looks up by its name the user that it was built for.
    id Debian-exim >/dev/null 2>&1 || useradd --system --no-create-home Debian-exim
  esac
  for name in $to_unpack; do
    unpacked=$(mktemp -d)
    eval "packages=\$$name"
    # shellcheck disable=SC2086,SC2154
    (cd "$unpacked" && apt-get download -qq $packages)
    mkdir -p "$beside/$name"
    for package in "$unpacked"/*.deb; do dpkg -x "$package" "$beside/$name"; done
    rm -rf "$unpacked"
  done
  [ -z "$missing" ] && exit 0
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "Some tests need real servers. Install them as root, then run this again:"
  echo "  apt-get install --no-install-recommends$missing"
  [ -z "$to_unpack" ] || echo "  and, unpacked in $beside, for the tests only:$to_unpack"
fi
