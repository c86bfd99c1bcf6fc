CREATE TABLE public.contacts (
    id bigint NOT NULL,
    creditor text NOT NULL,
    debtor text NOT NULL,
    day date NOT NULL,
    sort text NOT NULL,
    dossier text NOT NULL,
    step text NOT NULL,
    letter text NOT NULL
);
CREATE SEQUENCE public.contacts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.contacts_id_seq OWNED BY public.contacts.id;
CREATE TABLE public.desk_access (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    who text NOT NULL,
    what text NOT NULL,
    place text NOT NULL,
    because text NOT NULL
);
CREATE SEQUENCE public.desk_access_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.desk_access_id_seq OWNED BY public.desk_access.id;
CREATE TABLE public.desk_colleagues (
    name text NOT NULL,
    role text NOT NULL,
    password text NOT NULL,
    disabled boolean NOT NULL,
    epoch integer NOT NULL
);
CREATE TABLE public.dossier_index (
    page text NOT NULL,
    creditor text NOT NULL,
    dossier text NOT NULL,
    version integer NOT NULL,
    debtor text NOT NULL,
    debtor_name text NOT NULL,
    debtor_folded text NOT NULL,
    phase text NOT NULL,
    since date,
    owed_cents bigint NOT NULL,
    currency text NOT NULL,
    oldest_due_on date,
    next_look_on date,
    distress boolean NOT NULL,
    reason text NOT NULL,
    open_invoices integer NOT NULL
);
CREATE TABLE public.evidence (
    digest text NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.inbox (
    id bigint NOT NULL,
    creditor text NOT NULL,
    mailbox text NOT NULL,
    digest text NOT NULL,
    folder text NOT NULL,
    sent_folder boolean NOT NULL,
    received_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    ordered_at timestamp with time zone NOT NULL,
    size integer NOT NULL,
    sender text NOT NULL,
    message_id text NOT NULL,
    glance text NOT NULL,
    fate text NOT NULL,
    truncated boolean NOT NULL
);
CREATE SEQUENCE public.inbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.inbox_id_seq OWNED BY public.inbox.id;
CREATE TABLE public.inbox_names (
    id bigint NOT NULL,
    name text NOT NULL,
    digest text NOT NULL
);
CREATE SEQUENCE public.inbox_names_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.inbox_names_id_seq OWNED BY public.inbox_names.id;
CREATE TABLE public.inbox_pages (
    id bigint NOT NULL,
    digest text NOT NULL,
    page text NOT NULL
);
CREATE SEQUENCE public.inbox_pages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.inbox_pages_id_seq OWNED BY public.inbox_pages.id;
CREATE TABLE public.inbox_places (
    id bigint NOT NULL,
    mailbox text NOT NULL,
    folder text NOT NULL,
    uidvalidity bigint NOT NULL,
    uid bigint NOT NULL,
    digest text NOT NULL
);
CREATE SEQUENCE public.inbox_places_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.inbox_places_id_seq OWNED BY public.inbox_places.id;
CREATE TABLE public.journal (
    id bigint NOT NULL,
    creditor text NOT NULL,
    page text NOT NULL,
    seq integer NOT NULL,
    at text NOT NULL,
    kind text NOT NULL,
    version integer NOT NULL,
    salt bytea,
    body bytea,
    body_hash text NOT NULL,
    chain text NOT NULL
);
CREATE SEQUENCE public.journal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.journal_id_seq OWNED BY public.journal.id;
CREATE TABLE public.outbox (
    id text NOT NULL,
    creditor text NOT NULL,
    dossier text NOT NULL,
    course integer NOT NULL,
    step text NOT NULL,
    attempt integer NOT NULL,
    state text NOT NULL,
    debtor text NOT NULL,
    sort text NOT NULL,
    composed_for date NOT NULL,
    message_id text NOT NULL,
    token text NOT NULL,
    envelope_from text NOT NULL,
    recipients text NOT NULL,
    subject text NOT NULL,
    digest text NOT NULL,
    amount_cents bigint NOT NULL,
    rank integer NOT NULL,
    tries integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    not_before timestamp with time zone,
    reply text NOT NULL,
    filed boolean NOT NULL,
    claim text NOT NULL,
    leased_until timestamp with time zone
);
CREATE TABLE public.queue_lines (
    id bigint NOT NULL,
    page text NOT NULL,
    creditor text NOT NULL,
    queue text NOT NULL,
    nth integer NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    ends_on date,
    owed_cents bigint NOT NULL,
    oldest_due_on date,
    risk integer NOT NULL,
    since date,
    subject text NOT NULL
);
CREATE SEQUENCE public.queue_lines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.queue_lines_id_seq OWNED BY public.queue_lines.id;
CREATE TABLE public.register (
    name text NOT NULL,
    value text NOT NULL
);
CREATE TABLE public.tortoise_migrations (
    id integer NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.tortoise_migrations_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.tortoise_migrations_id_seq OWNED BY public.tortoise_migrations.id;
CREATE TABLE public.traces (
    id bigint NOT NULL,
    creditor text NOT NULL,
    sort text NOT NULL,
    value text NOT NULL,
    dossier text NOT NULL,
    word text NOT NULL
);
CREATE SEQUENCE public.traces_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.traces_id_seq OWNED BY public.traces.id;
ALTER TABLE ONLY public.contacts ALTER COLUMN id SET DEFAULT nextval('public.contacts_id_seq'::regclass);
ALTER TABLE ONLY public.desk_access ALTER COLUMN id SET DEFAULT nextval('public.desk_access_id_seq'::regclass);
ALTER TABLE ONLY public.inbox ALTER COLUMN id SET DEFAULT nextval('public.inbox_id_seq'::regclass);
ALTER TABLE ONLY public.inbox_names ALTER COLUMN id SET DEFAULT nextval('public.inbox_names_id_seq'::regclass);
ALTER TABLE ONLY public.inbox_pages ALTER COLUMN id SET DEFAULT nextval('public.inbox_pages_id_seq'::regclass);
ALTER TABLE ONLY public.inbox_places ALTER COLUMN id SET DEFAULT nextval('public.inbox_places_id_seq'::regclass);
ALTER TABLE ONLY public.journal ALTER COLUMN id SET DEFAULT nextval('public.journal_id_seq'::regclass);
ALTER TABLE ONLY public.queue_lines ALTER COLUMN id SET DEFAULT nextval('public.queue_lines_id_seq'::regclass);
ALTER TABLE ONLY public.tortoise_migrations ALTER COLUMN id SET DEFAULT nextval('public.tortoise_migrations_id_seq'::regclass);
ALTER TABLE ONLY public.traces ALTER COLUMN id SET DEFAULT nextval('public.traces_id_seq'::regclass);
INSERT INTO public.contacts VALUES (1, 'acme', 'C-BZ-1', '2026-10-20', 'unsolicited', 'BZ-1', '1/reminder_1/1', '["acme","BZ-1",1,"reminder_1",1]');
INSERT INTO public.contacts VALUES (2, 'acme', 'C-BZ-2', '2026-10-20', 'unsolicited', 'BZ-2', '1/reminder_1/1', '["acme","BZ-2",1,"reminder_1",1]');
INSERT INTO public.contacts VALUES (3, 'acme', 'C-É-3', '2026-10-20', 'unsolicited', 'É-3', '1/reminder_1/1', '["acme","É-3",1,"reminder_1",1]');
INSERT INTO public.desk_access VALUES (1, '2026-10-20 08:30:00+00', 'anne', 'added', '', '');
INSERT INTO public.desk_colleagues VALUES ('anne', 'agent', 'argon2', false, 1);
INSERT INTO public.dossier_index VALUES ('dossier:acme/BZ-2', 'acme', 'BZ-2', 4, 'C-BZ-2', 'Boulangerie Zénith SARL', 'boulangerie zenith', 'running', '2026-10-20', 120050, 'EUR', '2026-09-01', '2026-10-20', false, '', 1);
INSERT INTO public.dossier_index VALUES ('dossier:acme/É-3', 'acme', 'É-3', 4, 'C-É-3', 'Boulangerie Zénith SARL', 'boulangerie zenith', 'running', '2026-10-20', 120050, 'EUR', '2026-09-01', '2026-10-20', false, '', 1);
INSERT INTO public.dossier_index VALUES ('dossier:acme/BZ-1', 'acme', 'BZ-1', 6, 'C-BZ-1', 'Boulangerie Zénith SARL', 'boulangerie zenith', 'running', '2026-10-20', 120050, 'EUR', '2026-09-01', '2026-10-20', false, '', 1);
INSERT INTO public.evidence VALUES ('95c164fa21b6f732a64cec1cea205be0b50f4dc73c058c2a101571cf0d6c710d', '\x5375626a6563743a2072656c616e63652061636d652e425a2d312e312e72656d696e6465725f312e310d0a0d0a426f6e6a6f7572');
INSERT INTO public.evidence VALUES ('4ddb62c3b1f44b7fd254338c0c2bb733eab47840d206e7792e94bdb9bee2b2d9', '\x5375626a6563743a2072656c616e63652061636d652e425a2d322e312e72656d696e6465725f312e310d0a0d0a426f6e6a6f7572');
INSERT INTO public.evidence VALUES ('8dc95598aa1fb1f0953098374157493486c93848a6dfc902b0bc869e7893b987', '\x5375626a6563743a2072656c616e63652061636d652ec3892d332e312e72656d696e6465725f312e310d0a0d0a426f6e6a6f7572');
INSERT INTO public.evidence VALUES ('d549a56dff01a4a62302258cd73962d858b08c461c8f20c0381adcb93ce0ff88', '\x46726f6d3a20636f6d707461407a656e6974682d7061696e2e6578616d706c650d0a4d6573736167652d49443a203c723140706f7374652e6578616d706c653e0d0a0d0a426f6e6a6f75722c20632765737420706179c3a92e');
INSERT INTO public.evidence VALUES ('93a554a6dbda355710344d133aab18f024b7b1f5d9202348473ce3562f928f78', '\x46726f6d3a20636f6d707461407a656e6974682d7061696e2e6578616d706c650d0a4d6573736167652d49443a203c723240706f7374652e6578616d706c653e0d0a0d0a41757472652e');
INSERT INTO public.inbox VALUES (2, 'acme', 'compta@acme.example', '93a554a6dbda355710344d133aab18f024b7b1f5d9202348473ce3562f928f78', 'INBOX', false, '2026-10-20 08:31:00+00', '2026-10-20 08:30:00+00', '2026-10-20 08:30:00+00', 74, 'compta@zenith-pain.example', 'r2@poste.example', '{"sender": "compta@zenith-pain.example", "message_id": "r2@poste.example", "sent_at": "2026-10-20T08:30:00+00:00", "names": [], "marks": [], "invoices": []}', 'unread', false);
INSERT INTO public.inbox VALUES (1, 'acme', 'compta@acme.example', 'd549a56dff01a4a62302258cd73962d858b08c461c8f20c0381adcb93ce0ff88', 'INBOX', false, '2026-10-20 08:31:00+00', '2026-10-20 08:30:00+00', '2026-10-20 08:30:00+00', 89, 'compta@zenith-pain.example', 'r1@poste.example', '{"sender": "compta@zenith-pain.example", "message_id": "r1@poste.example", "sent_at": "2026-10-20T08:30:00+00:00", "names": ["relance.x@acme.example"], "marks": [], "invoices": []}', 'read', false);
INSERT INTO public.inbox_names VALUES (1, 'relance.x@acme.example', 'd549a56dff01a4a62302258cd73962d858b08c461c8f20c0381adcb93ce0ff88');
INSERT INTO public.inbox_pages VALUES (1, 'd549a56dff01a4a62302258cd73962d858b08c461c8f20c0381adcb93ce0ff88', 'dossier:acme/BZ-1');
INSERT INTO public.inbox_places VALUES (1, 'compta@acme.example', 'INBOX', 7, 1, 'd549a56dff01a4a62302258cd73962d858b08c461c8f20c0381adcb93ce0ff88');
INSERT INTO public.inbox_places VALUES (2, 'compta@acme.example', 'INBOX', 7, 2, '93a554a6dbda355710344d133aab18f024b7b1f5d9202348473ce3562f928f78');
INSERT INTO public.journal VALUES (1, 'acme', 'dossier:acme/BZ-1', 1, '2026-10-20T08:30:00.000000+00:00', 'DebtorDescribed', 1, '\xb31717ab494d00865c644b46ae14b909', '\x7b2262656361757365223a226772616e64206c69767265222c22636f6e7461637473223a5b7b22656d61696c223a22636f6d707461407a656e6974682d7061696e2e6578616d706c65222c226e616d65223a22222c2270686f6e65223a22222c22726f6c65223a22757375616c222c227469746c65223a22227d5d2c22646562746f72223a7b226163636f756e745f6d616e616765725f656d61696c223a6e756c6c2c2261646472657373223a6e756c6c2c2263697479223a6e756c6c2c22636f756e747279223a6e756c6c2c22636f757274223a6e756c6c2c22646562746f725f6964223a22432d425a2d31222c2265636f6e6f6d6963223a6e756c6c2c226c616e6775616765223a226672222c226c6567616c5f666f726d223a6e756c6c2c226e616d65223a22426f756c616e6765726965205ac3a96e697468205341524c222c227061796d656e745f72756e5f64617973223a5b5d2c22706f7374636f6465223a6e756c6c2c22736563746f72223a6e756c6c2c227365676d656e74223a22736d65222c22736972656e223a6e756c6c2c22747261646572223a6e756c6c7d7d', 'e8ba6ce696c9a1de978ac35a3552092004eb7d7c7d7d1f1c5f1ceeb698f4eddb', '913937362e641f656429940a453a7ea1af3aab110968d571ab7576cd50451341');
INSERT INTO public.journal VALUES (2, 'acme', 'dossier:acme/BZ-1', 2, '2026-10-20T08:30:00.000000+00:00', 'InvoiceOpened', 1, '\xa9a6334232a652012c4baa018f318668', '\x7b2262656361757365223a226772616e64206c69767265222c22696e766f696365223a7b226167726565645f72617465223a6e756c6c2c22616d6f756e74223a22313230302e3530222c226372656469746564223a22302e3030222c2263757272656e6379223a22455552222c22646f63756d656e74223a6e756c6c2c226475655f6f6e223a22323032362d30392d3031222c226973737565645f6f6e223a22323032362d30382d3031222c226b696e64223a22696e766f696365222c226e756d626572223a2246412f425a2d312d3031222c226f726465725f726566223a6e756c6c2c2270616964223a22302e3030222c22706572666f726d65645f6f6e223a6e756c6c2c22706f5f6e756d626572223a6e756c6c2c22706f7274616c5f6964223a6e756c6c2c2272656365697665645f6f6e223a6e756c6c7d7d', '38d20a975a155a541b01a204265b5c136bff968ceff940bd4f44df8e6eaac930', 'e990adaff2aa708ebda8c6b837e5d58d3f8cbb5042614b93ee6f3776ebfb9714');
INSERT INTO public.journal VALUES (3, 'acme', 'dossier:acme/BZ-1', 3, '2026-10-20T08:30:00.000000+00:00', 'TaskOpened', 1, '\xe35086047ee002011688e49f3747d12c', '\x7b2262656361757365223a22617070656c222c226475655f6f6e223a22323032362d31302d3230222c226f776e6572223a22222c227461736b223a2274222c2277686174223a22417070656c6572227d', '932794f0161241bde79b4623f11a8b9929e15bfd62eb81c12cbadb1a7fd47dd9', '7dd5c9abc2c965c6ec8be932d72e81d4981bc6be0e82dbca405ed5da982ff227');
INSERT INTO public.journal VALUES (4, 'acme', 'dossier:acme/BZ-1', 4, '2026-10-20T08:30:00.000000+00:00', 'LetterQueued', 1, '\x1b51ad11000cf615ffae60cbaed0c85d', '\x7b22616d6f756e74223a22313230302e3530222c22616e6e6f756e6365645f666f725f70726f6d697365223a66616c73652c22616e6e6f756e636573223a22222c22616e7377657273223a6e756c6c2c2262656361757365223a22c3a96368c3a9616e63652070617373c3a965222c226363223a5b22646972656374696f6e407a656e6974682d7061696e2e6578616d706c65225d2c22636f6d706f7365645f666f72223a22323032362d31302d3230222c22646561646c696e655f6f6e223a6e756c6c2c22656e636c6f736564223a5b5d2c22696e766f69636573223a5b2246412f425a2d312d3031225d2c226d6573736167655f6964223a2272656c616e63652e61636d652e425a2d312e312e72656d696e6465725f312e314061636d652e6578616d706c65222c226d696d65223a2239356331363466613231623666373332613634636563316365613230356265306235306634646337336330353863326131303135373163663064366337313064222c226e6578745f6f6e223a6e756c6c2c22736f7274223a22756e736f6c696369746564222c2273746570223a7b22617474656d7074223a312c22636f75727365223a312c226e616d65223a2272656d696e6465725f31227d2c227375626a656374223a22566f7472652066616374757265222c2274656d706c617465223a2272656d696e6465725f31222c22746f223a5b22636f6d707461407a656e6974682d7061696e2e6578616d706c65225d2c22746f6b656e223a22544f4b454e61636d652e425a2d312e312e72656d696e6465725f312e31227d', '05f707f86540b255932db33af192da7e71a58dcf405a225c6d50f491e021e47b', '491693edcc150c591d773485ad786f31198dff5c207ff7cab3cd3d8b1e1db719');
INSERT INTO public.journal VALUES (5, 'acme', 'dossier:acme/BZ-2', 1, '2026-10-20T08:30:00.000000+00:00', 'DebtorDescribed', 1, '\x8292466419c09889e0c2e4e0abd85f2f', '\x7b2262656361757365223a226772616e64206c69767265222c22636f6e7461637473223a5b7b22656d61696c223a22636f6d707461407a656e6974682d7061696e2e6578616d706c65222c226e616d65223a22222c2270686f6e65223a22222c22726f6c65223a22757375616c222c227469746c65223a22227d5d2c22646562746f72223a7b226163636f756e745f6d616e616765725f656d61696c223a6e756c6c2c2261646472657373223a6e756c6c2c2263697479223a6e756c6c2c22636f756e747279223a6e756c6c2c22636f757274223a6e756c6c2c22646562746f725f6964223a22432d425a2d32222c2265636f6e6f6d6963223a6e756c6c2c226c616e6775616765223a226672222c226c6567616c5f666f726d223a6e756c6c2c226e616d65223a22426f756c616e6765726965205ac3a96e697468205341524c222c227061796d656e745f72756e5f64617973223a5b5d2c22706f7374636f6465223a6e756c6c2c22736563746f72223a6e756c6c2c227365676d656e74223a22736d65222c22736972656e223a6e756c6c2c22747261646572223a6e756c6c7d7d', '37fb917797408374f42e11426ad777a3ccf14466ff1bf2260f94a9d1766dc8f6', '7a65ffd47a6d6dd75171aab84a0f577c16cb49ddd87e3758f0cfe97bc72fca8e');
INSERT INTO public.journal VALUES (6, 'acme', 'dossier:acme/BZ-2', 2, '2026-10-20T08:30:00.000000+00:00', 'InvoiceOpened', 1, '\xf7bc8a6e368586fe9b8bcacab59644ac', '\x7b2262656361757365223a226772616e64206c69767265222c22696e766f696365223a7b226167726565645f72617465223a6e756c6c2c22616d6f756e74223a22313230302e3530222c226372656469746564223a22302e3030222c2263757272656e6379223a22455552222c22646f63756d656e74223a6e756c6c2c226475655f6f6e223a22323032362d30392d3031222c226973737565645f6f6e223a22323032362d30382d3031222c226b696e64223a22696e766f696365222c226e756d626572223a2246412f425a2d322d3031222c226f726465725f726566223a6e756c6c2c2270616964223a22302e3030222c22706572666f726d65645f6f6e223a6e756c6c2c22706f5f6e756d626572223a6e756c6c2c22706f7274616c5f6964223a6e756c6c2c2272656365697665645f6f6e223a6e756c6c7d7d', 'ef9956771c2b5c8319bf15eacf06ddda765a070f7e34f9d95762d578bc265748', '44a220786aaf294e64beaa2c45ede8246b0d53786ba088b1eed301c5f1de20b8');
INSERT INTO public.journal VALUES (7, 'acme', 'dossier:acme/BZ-2', 3, '2026-10-20T08:30:00.000000+00:00', 'TaskOpened', 1, '\xb8979164128a56190f7043cc68f91cf9', '\x7b2262656361757365223a22617070656c222c226475655f6f6e223a22323032362d31302d3230222c226f776e6572223a22222c227461736b223a2274222c2277686174223a22417070656c6572227d', '7362b2f63dc8d32ce018a94299ab2d1e531bc25f2a4f12b1f7e1d4a670ce0286', '018ce0afe4d8e137981bff7a81b927c0493a5540f3909f826612c662de68f82d');
INSERT INTO public.journal VALUES (8, 'acme', 'dossier:acme/BZ-2', 4, '2026-10-20T08:30:00.000000+00:00', 'LetterQueued', 1, '\x2050ab534339918575ca6e295dfa1581', '\x7b22616d6f756e74223a22313230302e3530222c22616e6e6f756e6365645f666f725f70726f6d697365223a66616c73652c22616e6e6f756e636573223a22222c22616e7377657273223a6e756c6c2c2262656361757365223a22c3a96368c3a9616e63652070617373c3a965222c226363223a5b22646972656374696f6e407a656e6974682d7061696e2e6578616d706c65225d2c22636f6d706f7365645f666f72223a22323032362d31302d3230222c22646561646c696e655f6f6e223a6e756c6c2c22656e636c6f736564223a5b5d2c22696e766f69636573223a5b2246412f425a2d322d3031225d2c226d6573736167655f6964223a2272656c616e63652e61636d652e425a2d322e312e72656d696e6465725f312e314061636d652e6578616d706c65222c226d696d65223a2234646462363263336231663434623766643235343333386330633262623733336561623437383430643230366537373932653934626462396265653262326439222c226e6578745f6f6e223a6e756c6c2c22736f7274223a22756e736f6c696369746564222c2273746570223a7b22617474656d7074223a312c22636f75727365223a312c226e616d65223a2272656d696e6465725f31227d2c227375626a656374223a22566f7472652066616374757265222c2274656d706c617465223a2272656d696e6465725f31222c22746f223a5b22636f6d707461407a656e6974682d7061696e2e6578616d706c65225d2c22746f6b656e223a22544f4b454e61636d652e425a2d322e312e72656d696e6465725f312e31227d', '35cf39bc47de818c8881fa3e075e892861fdeca0bf03fe30ec0614826bdf873d', '5e4b7bea36fe48ce46d13969c65b9da44d9f5f8006f8b679787a5692a6436f05');
INSERT INTO public.journal VALUES (9, 'acme', 'dossier:acme/É-3', 1, '2026-10-20T08:30:00.000000+00:00', 'DebtorDescribed', 1, '\x6f71acc48c3540767170203e24cec603', '\x7b2262656361757365223a226772616e64206c69767265222c22636f6e7461637473223a5b7b22656d61696c223a22636f6d707461407a656e6974682d7061696e2e6578616d706c65222c226e616d65223a22222c2270686f6e65223a22222c22726f6c65223a22757375616c222c227469746c65223a22227d5d2c22646562746f72223a7b226163636f756e745f6d616e616765725f656d61696c223a6e756c6c2c2261646472657373223a6e756c6c2c2263697479223a6e756c6c2c22636f756e747279223a6e756c6c2c22636f757274223a6e756c6c2c22646562746f725f6964223a22432dc3892d33222c2265636f6e6f6d6963223a6e756c6c2c226c616e6775616765223a226672222c226c6567616c5f666f726d223a6e756c6c2c226e616d65223a22426f756c616e6765726965205ac3a96e697468205341524c222c227061796d656e745f72756e5f64617973223a5b5d2c22706f7374636f6465223a6e756c6c2c22736563746f72223a6e756c6c2c227365676d656e74223a22736d65222c22736972656e223a6e756c6c2c22747261646572223a6e756c6c7d7d', '34aca2ea60badcfd60e293d3cde74f23383e5cbe6978e65f0ba920cecdbd2257', '734603ff2b0bfecb9e6e297984e540cef19342f1e2f4ff499877ec9af3322e07');
INSERT INTO public.journal VALUES (10, 'acme', 'dossier:acme/É-3', 2, '2026-10-20T08:30:00.000000+00:00', 'InvoiceOpened', 1, '\x0245c51ea7622690361c40b6a946a2b1', '\x7b2262656361757365223a226772616e64206c69767265222c22696e766f696365223a7b226167726565645f72617465223a6e756c6c2c22616d6f756e74223a22313230302e3530222c226372656469746564223a22302e3030222c2263757272656e6379223a22455552222c22646f63756d656e74223a6e756c6c2c226475655f6f6e223a22323032362d30392d3031222c226973737565645f6f6e223a22323032362d30382d3031222c226b696e64223a22696e766f696365222c226e756d626572223a2246412fc3892d332d3031222c226f726465725f726566223a6e756c6c2c2270616964223a22302e3030222c22706572666f726d65645f6f6e223a6e756c6c2c22706f5f6e756d626572223a6e756c6c2c22706f7274616c5f6964223a6e756c6c2c2272656365697665645f6f6e223a6e756c6c7d7d', '603d5ee15d024817143b3e89e9414d731d1428c06d2ab557095ecc25fbda0b46', 'ab3c1063a913e0daba308770b94e81a2ac734c35c0199e1e2a76fba1bd98134d');
INSERT INTO public.journal VALUES (11, 'acme', 'dossier:acme/É-3', 3, '2026-10-20T08:30:00.000000+00:00', 'TaskOpened', 1, '\x1407c098fae18e3f257dd1e26cff3ee4', '\x7b2262656361757365223a22617070656c222c226475655f6f6e223a22323032362d31302d3230222c226f776e6572223a22222c227461736b223a2274222c2277686174223a22417070656c6572227d', '2aaf3716a2f0a695e0689793f3844de1f142da403e7171c4006e028457165b64', '3d55af39ad917340097dc66b6047c71d05abd4efcc3dc920ff036b3aba069efa');
INSERT INTO public.journal VALUES (12, 'acme', 'dossier:acme/É-3', 4, '2026-10-20T08:30:00.000000+00:00', 'LetterQueued', 1, '\x709cd6bc83026672f31fdd3c47c617f2', '\x7b22616d6f756e74223a22313230302e3530222c22616e6e6f756e6365645f666f725f70726f6d697365223a66616c73652c22616e6e6f756e636573223a22222c22616e7377657273223a6e756c6c2c2262656361757365223a22c3a96368c3a9616e63652070617373c3a965222c226363223a5b22646972656374696f6e407a656e6974682d7061696e2e6578616d706c65225d2c22636f6d706f7365645f666f72223a22323032362d31302d3230222c22646561646c696e655f6f6e223a6e756c6c2c22656e636c6f736564223a5b5d2c22696e766f69636573223a5b2246412fc3892d332d3031225d2c226d6573736167655f6964223a2272656c616e63652e61636d652ec3892d332e312e72656d696e6465725f312e314061636d652e6578616d706c65222c226d696d65223a2238646339353539386161316662316630393533303938333734313537343933343836633933383438613664666339303262306263383639653738393362393837222c226e6578745f6f6e223a6e756c6c2c22736f7274223a22756e736f6c696369746564222c2273746570223a7b22617474656d7074223a312c22636f75727365223a312c226e616d65223a2272656d696e6465725f31227d2c227375626a656374223a22566f7472652066616374757265222c2274656d706c617465223a2272656d696e6465725f31222c22746f223a5b22636f6d707461407a656e6974682d7061696e2e6578616d706c65225d2c22746f6b656e223a22544f4b454e61636d652ec3892d332e312e72656d696e6465725f312e31227d', 'f2089b6292e0b93442d562dc6e5442d0862981cac64d2693232b91e0da7171db', 'ff3a3f67f4a0ee2d6f704f650615f16e5ed668625872fd0248e8018b2ef449c9');
INSERT INTO public.journal VALUES (13, 'acme', 'dossier:acme/BZ-1', 5, '2026-10-20T08:30:00.000000+00:00', 'LetterLeaving', 1, '\x966dc07139a836240c04b49f0c26dcda', '\x7b2262656361757365223a2272656d697365222c2273746570223a7b22617474656d7074223a312c22636f75727365223a312c226e616d65223a2272656d696e6465725f31227d7d', 'b265825e37acf8139b1b7ed24e84a3c2a5b09a22362f506e8070ea4d82d18b01', 'f13c6933c16a388f87b3682d73e6b338ad234d019d9477851fdecbcc5f4cd423');
INSERT INTO public.journal VALUES (14, 'acme', 'dossier:acme/BZ-1', 6, '2026-10-20T08:30:00.000000+00:00', 'NoteWritten', 1, '\x7306f264ca484ffb9b552e1feb0cc211', '\x7b2262656361757365223a227675222c226279223a22416e6e65222c2274657874223a2252617070656cc3a9227d', '2b0a77d249d6eb4118894cd59c3114984b2089d4a47a2fe23f67b014fb2a7b7d', 'd76e3e860e4756b1d61ec6d785021f1b415a9dfae35fc4905ff8715d0a02a403');
INSERT INTO public.journal VALUES (15, '', 'mailbox:compta@acme.example', 1, '2026-10-20T08:30:00.000000+00:00', 'MessageSetAside', 1, NULL, NULL, 'f5ae4ac2bc815d0ce1a161ee78bbc77456020d97aaab9c70388c7b40b5b4073a', '2a4e117ac4422c19f1de73561134e8a29a5957e414b0cbdb2382c8220e686698');
INSERT INTO public.journal VALUES (16, '', 'mailbox:compta@acme.example', 2, '2026-10-20T08:30:00.000000+00:00', 'BodyErased', 1, '\xfdf550824ccebbda51fe836b41da7f2d', '\x7b2262656361757365223a2264656d616e6465222c226279223a22416e6e65222c22736571223a317d', '6b6cdd3607ac5558a3d69ec37345150b02f962f64ef3f76f05ef85d098fefe60', 'd4855e4550f61d2d10907fcaf1d4a4071fe6691dbdc52f418d3b969b243dfee2');
INSERT INTO public.outbox VALUES ('["acme","BZ-2",1,"reminder_1",1]', 'acme', 'BZ-2', 1, 'reminder_1', 1, 'queued', 'C-BZ-2', 'unsolicited', '2026-10-20', 'relance.acme.BZ-2.1.reminder_1.1@acme.example', 'TOKENacme.BZ-2.1.reminder_1.1', 'compta@acme.example', '["compta@zenith-pain.example", "direction@zenith-pain.example"]', 'Votre facture', '4ddb62c3b1f44b7fd254338c0c2bb733eab47840d206e7792e94bdb9bee2b2d9', 120050, 0, 0, '2026-10-20 08:30:00+00', NULL, '', false, '', NULL);
INSERT INTO public.outbox VALUES ('["acme","É-3",1,"reminder_1",1]', 'acme', 'É-3', 1, 'reminder_1', 1, 'queued', 'C-É-3', 'unsolicited', '2026-10-20', 'relance.acme.É-3.1.reminder_1.1@acme.example', 'TOKENacme.É-3.1.reminder_1.1', 'compta@acme.example', '["compta@zenith-pain.example", "direction@zenith-pain.example"]', 'Votre facture', '8dc95598aa1fb1f0953098374157493486c93848a6dfc902b0bc869e7893b987', 120050, 0, 0, '2026-10-20 08:30:00+00', NULL, '', false, '', NULL);
INSERT INTO public.outbox VALUES ('["acme","BZ-1",1,"reminder_1",1]', 'acme', 'BZ-1', 1, 'reminder_1', 1, 'leaving', 'C-BZ-1', 'unsolicited', '2026-10-20', 'relance.acme.BZ-1.1.reminder_1.1@acme.example', 'TOKENacme.BZ-1.1.reminder_1.1', 'compta@acme.example', '["compta@zenith-pain.example", "direction@zenith-pain.example"]', 'Votre facture', '95c164fa21b6f732a64cec1cea205be0b50f4dc73c058c2a101571cf0d6c710d', 120050, 0, 1, '2026-10-20 08:30:00+00', NULL, '', false, '', NULL);
INSERT INTO public.queue_lines VALUES (13, 'dossier:acme/BZ-2', 'acme', 'tasks', 0, '2000-01-01', '2031-06-01', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.queue_lines VALUES (14, 'dossier:acme/BZ-2', 'acme', 'legal', 0, '2031-06-02', '2031-08-01', '2031-08-01', 120050, '2026-09-01', 0, NULL, '');
INSERT INTO public.queue_lines VALUES (15, 'dossier:acme/BZ-2', 'acme', 'tasks', 1, '2031-06-02', '2031-08-01', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.queue_lines VALUES (16, 'dossier:acme/BZ-2', 'acme', 'tasks', 0, '2031-08-02', 'infinity', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.queue_lines VALUES (21, 'dossier:acme/É-3', 'acme', 'tasks', 0, '2000-01-01', '2031-06-01', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.queue_lines VALUES (22, 'dossier:acme/É-3', 'acme', 'legal', 0, '2031-06-02', '2031-08-01', '2031-08-01', 120050, '2026-09-01', 0, NULL, '');
INSERT INTO public.queue_lines VALUES (23, 'dossier:acme/É-3', 'acme', 'tasks', 1, '2031-06-02', '2031-08-01', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.queue_lines VALUES (24, 'dossier:acme/É-3', 'acme', 'tasks', 0, '2031-08-02', 'infinity', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.queue_lines VALUES (29, 'dossier:acme/BZ-1', 'acme', 'tasks', 0, '2000-01-01', '2031-06-01', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.queue_lines VALUES (30, 'dossier:acme/BZ-1', 'acme', 'legal', 0, '2031-06-02', '2031-08-01', '2031-08-01', 120050, '2026-09-01', 0, NULL, '');
INSERT INTO public.queue_lines VALUES (31, 'dossier:acme/BZ-1', 'acme', 'tasks', 1, '2031-06-02', '2031-08-01', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.queue_lines VALUES (32, 'dossier:acme/BZ-1', 'acme', 'tasks', 0, '2031-08-02', 'infinity', '2026-10-20', 120050, '2026-09-01', 0, NULL, 'Appeler');
INSERT INTO public.register VALUES ('queue_lines', '1');
INSERT INTO public.register VALUES ('started_on', '2026-10-20');
INSERT INTO public.tortoise_migrations VALUES (1, 'store', '0001_first', '2026-11-22 03:07:07.395835+00');
INSERT INTO public.tortoise_migrations VALUES (2, 'store', '0002_desk', '2026-11-22 03:07:07.515443+00');
INSERT INTO public.tortoise_migrations VALUES (3, 'store', '0003_queue_lines', '2026-11-22 03:07:07.695551+00');
INSERT INTO public.traces VALUES (1, 'acme', 'invoice', 'FABZ101', 'BZ-1', 'FA/BZ-1-01');
INSERT INTO public.traces VALUES (2, 'acme', 'name', 'boulangerie', 'BZ-1', 'Boulangerie Zénith SARL');
INSERT INTO public.traces VALUES (3, 'acme', 'reference', 'bz-1', 'BZ-1', 'BZ-1');
INSERT INTO public.traces VALUES (4, 'acme', 'address', 'compta@zenith-pain.example', 'BZ-1', 'compta@zenith-pain.example');
INSERT INTO public.traces VALUES (5, 'acme', 'domain', 'zenith-pain.example', 'BZ-1', 'zenith-pain.example');
INSERT INTO public.traces VALUES (6, 'acme', 'address', 'direction@zenith-pain.example', 'BZ-1', 'direction@zenith-pain.example');
INSERT INTO public.traces VALUES (7, 'acme', 'message_id', 'relance.acme.bz-1.1.reminder_1.1@acme.example', 'BZ-1', 'relance.acme.BZ-1.1.reminder_1.1@acme.example');
INSERT INTO public.traces VALUES (8, 'acme', 'token', 'tokenacme.bz-1.1.reminder_1.1', 'BZ-1', 'TOKENacme.BZ-1.1.reminder_1.1');
INSERT INTO public.traces VALUES (9, 'acme', 'subject', 'votre facture', 'BZ-1', '2026-10-20');
INSERT INTO public.traces VALUES (10, 'acme', 'invoice', 'FABZ201', 'BZ-2', 'FA/BZ-2-01');
INSERT INTO public.traces VALUES (11, 'acme', 'name', 'boulangerie', 'BZ-2', 'Boulangerie Zénith SARL');
INSERT INTO public.traces VALUES (12, 'acme', 'reference', 'bz-2', 'BZ-2', 'BZ-2');
INSERT INTO public.traces VALUES (13, 'acme', 'address', 'compta@zenith-pain.example', 'BZ-2', 'compta@zenith-pain.example');
INSERT INTO public.traces VALUES (14, 'acme', 'domain', 'zenith-pain.example', 'BZ-2', 'zenith-pain.example');
INSERT INTO public.traces VALUES (15, 'acme', 'address', 'direction@zenith-pain.example', 'BZ-2', 'direction@zenith-pain.example');
INSERT INTO public.traces VALUES (16, 'acme', 'message_id', 'relance.acme.bz-2.1.reminder_1.1@acme.example', 'BZ-2', 'relance.acme.BZ-2.1.reminder_1.1@acme.example');
INSERT INTO public.traces VALUES (17, 'acme', 'token', 'tokenacme.bz-2.1.reminder_1.1', 'BZ-2', 'TOKENacme.BZ-2.1.reminder_1.1');
INSERT INTO public.traces VALUES (18, 'acme', 'subject', 'votre facture', 'BZ-2', '2026-10-20');
INSERT INTO public.traces VALUES (19, 'acme', 'invoice', 'FAÉ301', 'É-3', 'FA/É-3-01');
INSERT INTO public.traces VALUES (20, 'acme', 'name', 'boulangerie', 'É-3', 'Boulangerie Zénith SARL');
INSERT INTO public.traces VALUES (21, 'acme', 'address', 'compta@zenith-pain.example', 'É-3', 'compta@zenith-pain.example');
INSERT INTO public.traces VALUES (22, 'acme', 'domain', 'zenith-pain.example', 'É-3', 'zenith-pain.example');
INSERT INTO public.traces VALUES (23, 'acme', 'reference', 'é-3', 'É-3', 'É-3');
INSERT INTO public.traces VALUES (24, 'acme', 'address', 'direction@zenith-pain.example', 'É-3', 'direction@zenith-pain.example');
INSERT INTO public.traces VALUES (25, 'acme', 'message_id', 'relance.acme.é-3.1.reminder_1.1@acme.example', 'É-3', 'relance.acme.É-3.1.reminder_1.1@acme.example');
INSERT INTO public.traces VALUES (26, 'acme', 'token', 'tokenacme.é-3.1.reminder_1.1', 'É-3', 'TOKENacme.É-3.1.reminder_1.1');
INSERT INTO public.traces VALUES (27, 'acme', 'subject', 'votre facture', 'É-3', '2026-10-20');
SELECT pg_catalog.setval('public.contacts_id_seq', 3, true);
SELECT pg_catalog.setval('public.desk_access_id_seq', 1, true);
SELECT pg_catalog.setval('public.inbox_id_seq', 2, true);
SELECT pg_catalog.setval('public.inbox_names_id_seq', 1, true);
SELECT pg_catalog.setval('public.inbox_pages_id_seq', 1, true);
SELECT pg_catalog.setval('public.inbox_places_id_seq', 2, true);
SELECT pg_catalog.setval('public.journal_id_seq', 16, true);
SELECT pg_catalog.setval('public.queue_lines_id_seq', 32, true);
SELECT pg_catalog.setval('public.tortoise_migrations_id_seq', 3, true);
SELECT pg_catalog.setval('public.traces_id_seq', 27, true);
ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_access
    ADD CONSTRAINT desk_access_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.desk_colleagues
    ADD CONSTRAINT desk_colleagues_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.dossier_index
    ADD CONSTRAINT dossier_index_pkey PRIMARY KEY (page);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (digest);
ALTER TABLE ONLY public.inbox_names
    ADD CONSTRAINT inbox_names_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inbox_pages
    ADD CONSTRAINT inbox_pages_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.inbox_places
    ADD CONSTRAINT inbox_places_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.queue_lines
    ADD CONSTRAINT queue_lines_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.register
    ADD CONSTRAINT register_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.tortoise_migrations
    ADD CONSTRAINT tortoise_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.traces
    ADD CONSTRAINT traces_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT uid_contacts_credito_746eb6 UNIQUE (creditor, debtor, day, sort);
ALTER TABLE ONLY public.inbox
    ADD CONSTRAINT uid_inbox_credito_3ece71 UNIQUE (creditor, mailbox, digest);
ALTER TABLE ONLY public.inbox_names
    ADD CONSTRAINT uid_inbox_names_name_2e4b36 UNIQUE (name, digest);
ALTER TABLE ONLY public.inbox_pages
    ADD CONSTRAINT uid_inbox_pages_digest_69a0d4 UNIQUE (digest, page);
ALTER TABLE ONLY public.inbox_places
    ADD CONSTRAINT uid_inbox_place_mailbox_d2dd6f UNIQUE (mailbox, folder, uidvalidity, uid);
ALTER TABLE ONLY public.journal
    ADD CONSTRAINT uid_journal_page_e67c5b UNIQUE (page, seq);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT uid_outbox_credito_fdc5e5 UNIQUE (creditor, dossier, course, step, attempt);
ALTER TABLE ONLY public.queue_lines
    ADD CONSTRAINT uid_queue_lines_page_cc8ef5 UNIQUE (page, nth, first_day);
ALTER TABLE ONLY public.tortoise_migrations
    ADD CONSTRAINT uid_tortoise_mi_app_3803a5 UNIQUE (app, name);
ALTER TABLE ONLY public.traces
    ADD CONSTRAINT uid_traces_credito_970818 UNIQUE (creditor, value, sort, dossier);
CREATE INDEX contacts_by_letter ON public.contacts USING btree (letter);
CREATE INDEX dossier_index_by_any_debtor ON public.dossier_index USING btree (debtor);
CREATE INDEX dossier_index_by_debtor ON public.dossier_index USING btree (creditor, debtor);
CREATE INDEX dossier_index_by_key ON public.dossier_index USING btree (creditor, dossier);
CREATE INDEX dossier_index_by_look ON public.dossier_index USING btree (creditor, next_look_on);
CREATE INDEX inbox_by_digest ON public.inbox USING btree (digest);
CREATE INDEX inbox_by_fate ON public.inbox USING btree (creditor, fate, ordered_at);
CREATE INDEX inbox_by_message_id ON public.inbox USING btree (message_id);
CREATE INDEX outbox_by_claim ON public.outbox USING btree (claim);
CREATE INDEX outbox_by_day ON public.outbox USING btree (creditor, composed_for);
CREATE INDEX outbox_by_state ON public.outbox USING btree (creditor, state, rank);
CREATE UNIQUE INDEX outbox_one_stands ON public.outbox USING btree (creditor, dossier, course, step) WHERE (state = ANY (ARRAY['queued'::text, 'leaving'::text, 'sent'::text, 'unsure'::text]));
CREATE INDEX queue_lines_by_queue ON public.queue_lines USING btree (creditor, queue, last_day);
CREATE INDEX traces_by_dossier ON public.traces USING btree (creditor, dossier, sort);
CREATE INDEX traces_by_value ON public.traces USING btree (value, sort);
