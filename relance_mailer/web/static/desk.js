// Keys for those who work the queue all day: j and k go down and up the rows, / searches, g goes home.
(function () {
  "use strict";
  function rows() { return Array.from(document.querySelectorAll("a.row")); }
  document.addEventListener("keydown", function (event) {
    var at = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) { return; }
    var all = rows(), place = all.indexOf(document.activeElement);
    if (event.key === "j" && all.length) { all[Math.min(place + 1, all.length - 1)].focus(); }
    else if (event.key === "k" && all.length) { all[Math.max(place - 1, 0)].focus(); }
    else if (event.key === "/") { var search = document.getElementById("q"); if (search) { search.focus(); } }
    else if (event.key === "g") { window.location.assign("/"); }
    else { return; }
    event.preventDefault();
  });
})();
