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
ALTER TABLE ONLY public.inbox ALTER COLUMN id SET DEFAULT nextval('public.inbox_id_seq'::regclass);
ALTER TABLE ONLY public.inbox_names ALTER COLUMN id SET DEFAULT nextval('public.inbox_names_id_seq'::regclass);
ALTER TABLE ONLY public.inbox_pages ALTER COLUMN id SET DEFAULT nextval('public.inbox_pages_id_seq'::regclass);
ALTER TABLE ONLY public.inbox_places ALTER COLUMN id SET DEFAULT nextval('public.inbox_places_id_seq'::regclass);
ALTER TABLE ONLY public.journal ALTER COLUMN id SET DEFAULT nextval('public.journal_id_seq'::regclass);
ALTER TABLE ONLY public.tortoise_migrations ALTER COLUMN id SET DEFAULT nextval('public.tortoise_migrations_id_seq'::regclass);
ALTER TABLE ONLY public.traces ALTER COLUMN id SET DEFAULT nextval('public.traces_id_seq'::regclass);
INSERT INTO public.contacts VALUES (1, 'acme', 'C-BZ-1', '2026-10-20', 'unsolicited', 'BZ-1', '1/reminder_1/1', '["acme","BZ-1",1,"reminder_1",1]');
INSERT INTO public.contacts VALUES (2, 'acme', 'C-BZ-2', '2026-10-20', 'unsolicited', 'BZ-2', '1/reminder_1/1', '["acme","BZ-2",1,"reminder_1",1]');
INSERT INTO public.contacts VALUES (3, 'acme', 'C-É-3', '2026-10-20', 'unsolicited', 'É-3', '1/reminder_1/1', '["acme","É-3",1,"reminder_1",1]');
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
INSERT INTO public.journal VALUES (1, 'acme', 'dossier:acme/BZ-1', 1, '2026-10-20T08:30:00.000000+00:00', 'DebtorDescribed', 1, '\xb6fec4af1a8f0b5373a847163142a2d6', '\x7b2262656361757365223a226772616e64206c69767265222c22636f6e7461637473223a5b7b22656d61696c223a22636f6d707461407a656e6974682d7061696e2e6578616d706c65222c226e616d65223a22222c2270686f6e65223a22222c22726f6c65223a22757375616c222c227469746c65223a22227d5d2c22646562746f72223a7b226163636f756e745f6d616e616765725f656d61696c223a6e756c6c2c2261646472657373223a6e756c6c2c2263697479223a6e756c6c2c22636f756e747279223a6e756c6c2c22636f757274223a6e756c6c2c22646562746f725f6964223a22432d425a2d31222c2265636f6e6f6d6963223a6e756c6c2c226c616e6775616765223a226672222c226c6567616c5f666f726d223a6e756c6c2c226e616d65223a22426f756c616e6765726965205ac3a96e697468205341524c222c227061796d656e745f72756e5f64617973223a5b5d2c22706f7374636f6465223a6e756c6c2c22736563746f72223a6e756c6c2c227365676d656e74223a22736d65222c22736972656e223a6e756c6c2c22747261646572223a6e756c6c7d7d', '2b3e08d820cdfaf341f80783c85bd0eb60b6dbd1f3760e1d92f80b51850b8be1', '7e168bf936c05082546c4cd16bf1b9404fdec05e25bee82e44d5f918bf5f9085');
INSERT INTO public.journal VALUES (2, 'acme', 'dossier:acme/BZ-1', 2, '2026-10-20T08:30:00.000000+00:00', 'InvoiceOpened', 1, '\x668723a63c4b8ec82afc5d4a95d5ca7c', '\x7b2262656361757365223a226772616e64206c69767265222c22696e766f696365223a7b226167726565645f72617465223a6e756c6c2c22616d6f756e74223a22313230302e3530222c226372656469746564223a22302e3030222c2263757272656e6379223a22455552222c22646f63756d656e74223a6e756c6c2c226475655f6f6e223a22323032362d30392d3031222c226973737565645f6f6e223a22323032362d30382d3031222c226b696e64223a22696e766f696365222c226e756d626572223a2246412f425a2d312d3031222c226f726465725f726566223a6e756c6c2c2270616964223a22302e3030222c22706572666f726d65645f6f6e223a6e756c6c2c22706f5f6e756d626572223a6e756c6c2c22706f7274616c5f6964223a6e756c6c2c2272656365697665645f6f6e223a6e756c6c7d7d', '54bcb7efce4dff3823de22f372bba7fe89caa49dbe1839f55529a611b4e02bdc', '5e7da2fcc6c91f083ce84f42d6f77268e463d358113cf47720775590011a10e9');
INSERT INTO public.journal VALUES (3, 'acme', 'dossier:acme/BZ-1', 3, '2026-10-20T08:30:00.000000+00:00', 'TaskOpened', 1, '\x7fb137976040f20a208ee1dd4b53187d', '\x7b2262656361757365223a22617070656c222c226475655f6f6e223a22323032362d31302d3230222c227461736b223a2274222c2277686174223a22417070656c6572227d', 'e1e9460097b20de93fab24d81c873c51754e919b26e2c10f1867480954e6cd00', '3d977b58d2be9bcab4a7e85c9489c5eb204eabcd00beb68317fbc99d7f6417db');
INSERT INTO public.journal VALUES (4, 'acme', 'dossier:acme/BZ-1', 4, '2026-10-20T08:30:00.000000+00:00', 'LetterQueued', 1, '\x2e0e8d2691a8139337ba33b8015bb464', '\x7b22616d6f756e74223a22313230302e3530222c22616e6e6f756e6365645f666f725f70726f6d697365223a66616c73652c22616e6e6f756e636573223a22222c22616e7377657273223a6e756c6c2c2262656361757365223a22c3a96368c3a9616e63652070617373c3a965222c226363223a5b22646972656374696f6e407a656e6974682d7061696e2e6578616d706c65225d2c22636f6d706f7365645f666f72223a22323032362d31302d3230222c22646561646c696e655f6f6e223a6e756c6c2c22696e766f69636573223a5b2246412f425a2d312d3031225d2c226d6573736167655f6964223a2272656c616e63652e61636d652e425a2d312e312e72656d696e6465725f312e314061636d652e6578616d706c65222c226d696d65223a2239356331363466613231623666373332613634636563316365613230356265306235306634646337336330353863326131303135373163663064366337313064222c226e6578745f6f6e223a6e756c6c2c22736f7274223a22756e736f6c696369746564222c2273746570223a7b22617474656d7074223a312c22636f75727365223a312c226e616d65223a2272656d696e6465725f31227d2c227375626a656374223a22566f7472652066616374757265222c2274656d706c617465223a2272656d696e6465725f31222c22746f223a5b22636f6d707461407a656e6974682d7061696e2e6578616d706c65225d2c22746f6b656e223a22544f4b454e61636d652e425a2d312e312e72656d696e6465725f312e31227d', '0bf1a48f8fa7b5f070a643c4513a35b8da11ecea6b360ad52a8255b5412b73f2', 'd3753ec710d7f7b6fa9303349c3dd2199083b7567c811753d249561e41561798');
INSERT INTO public.journal VALUES (5, 'acme', 'dossier:acme/BZ-2', 1, '2026-10-20T08:30:00.000000+00:00', 'DebtorDescribed', 1, '\xaeb40dd44aef013aebfb52108fc5db21', '\x7b2262656361757365223a226772616e64206c69767265222c22636f6e7461637473223a5b7b22656d61696c223a22636f6d707461407a656e6974682d7061696e2e6578616d706c65222c226e616d65223a22222c2270686f6e65223a22222c22726f6c65223a22757375616c222c227469746c65223a22227d5d2c22646562746f72223a7b226163636f756e745f6d616e616765725f656d61696c223a6e756c6c2c2261646472657373223a6e756c6c2c2263697479223a6e756c6c2c22636f756e747279223a6e756c6c2c22636f757274223a6e756c6c2c22646562746f725f6964223a22432d425a2d32222c2265636f6e6f6d6963223a6e756c6c2c226c616e6775616765223a226672222c226c6567616c5f666f726d223a6e756c6c2c226e616d65223a22426f756c616e6765726965205ac3a96e697468205341524c222c227061796d656e745f72756e5f64617973223a5b5d2c22706f7374636f6465223a6e756c6c2c22736563746f72223a6e756c6c2c227365676d656e74223a22736d65222c22736972656e223a6e756c6c2c22747261646572223a6e756c6c7d7d', '5f367a6f0e6601c1ec1bb34aa629afeef561b7ea2f75e27db6a35bde19c7150d', 'ad7c6f2187e9e134689b9d50bfd7de3ae30261b5a014f456c564d39610e4ddc5');
INSERT INTO public.journal VALUES (6, 'acme', 'dossier:acme/BZ-2', 2, '2026-10-20T08:30:00.000000+00:00', 'InvoiceOpened', 1, '\xadcaf694c23e6595cad5a1d2719229a2', '\x7b2262656361757365223a226772616e64206c69767265222c22696e766f696365223a7b226167726565645f72617465223a6e756c6c2c22616d6f756e74223a22313230302e3530222c226372656469746564223a22302e3030222c2263757272656e6379223a22455552222c22646f63756d656e74223a6e756c6c2c226475655f6f6e223a22323032362d30392d3031222c226973737565645f6f6e223a22323032362d30382d3031222c226b696e64223a22696e766f696365222c226e756d626572223a2246412f425a2d322d3031222c226f726465725f726566223a6e756c6c2c2270616964223a22302e3030222c22706572666f726d65645f6f6e223a6e756c6c2c22706f5f6e756d626572223a6e756c6c2c22706f7274616c5f6964223a6e756c6c2c2272656365697665645f6f6e223a6e756c6c7d7d', 'd186c10f3e2de839c481780a85f2791f36bebd543c82156f00db22cdc68ecee5', 'e89c9594bd4be9bb9fbd3a4dd13a54cfdfe8d646e91ed3ecc14d2151e65c2ff8');
INSERT INTO public.journal VALUES (7, 'acme', 'dossier:acme/BZ-2', 3, '2026-10-20T08:30:00.000000+00:00', 'TaskOpened', 1, '\x43cf1d0a9bf712285d7d4918a144db6a', '\x7b2262656361757365223a22617070656c222c226475655f6f6e223a22323032362d31302d3230222c227461736b223a2274222c2277686174223a22417070656c6572227d', '71a4141217c770bc893224e37e58ee6e837388c54d884d6df86bce28b74cc070', '0ce895be47238c281f1ed0484acbbcbc3457ee766c22f61d7881d5ea79248e35');
INSERT INTO public.journal VALUES (8, 'acme', 'dossier:acme/BZ-2', 4, '2026-10-20T08:30:00.000000+00:00', 'LetterQueued', 1, '\x5a84205f97442bd62a38f96e6fcfa89d', '\x7b22616d6f756e74223a22313230302e3530222c22616e6e6f756e6365645f666f725f70726f6d697365223a66616c73652c22616e6e6f756e636573223a22222c22616e7377657273223a6e756c6c2c2262656361757365223a22c3a96368c3a9616e63652070617373c3a965222c226363223a5b22646972656374696f6e407a656e6974682d7061696e2e6578616d706c65225d2c22636f6d706f7365645f666f72223a22323032362d31302d3230222c22646561646c696e655f6f6e223a6e756c6c2c22696e766f69636573223a5b2246412f425a2d322d3031225d2c226d6573736167655f6964223a2272656c616e63652e61636d652e425a2d322e312e72656d696e6465725f312e314061636d652e6578616d706c65222c226d696d65223a2234646462363263336231663434623766643235343333386330633262623733336561623437383430643230366537373932653934626462396265653262326439222c226e6578745f6f6e223a6e756c6c2c22736f7274223a22756e736f6c696369746564222c2273746570223a7b22617474656d7074223a312c22636f75727365223a312c226e616d65223a2272656d696e6465725f31227d2c227375626a656374223a22566f7472652066616374757265222c2274656d706c617465223a2272656d696e6465725f31222c22746f223a5b22636f6d707461407a656e6974682d7061696e2e6578616d706c65225d2c22746f6b656e223a22544f4b454e61636d652e425a2d322e312e72656d696e6465725f312e31227d', '9aba4a97d3b971c0a95eeda35e57ca7b68d1e2056b3df75eca2f27893bb176fa', 'a7f7265e0726059f42e5ab0ea99e1808b1d81244cdd1368a715e5ae56df9e3ad');
INSERT INTO public.journal VALUES (9, 'acme', 'dossier:acme/É-3', 1, '2026-10-20T08:30:00.000000+00:00', 'DebtorDescribed', 1, '\x63d30a1293cce0aef18ac326d37de4ee', '\x7b2262656361757365223a226772616e64206c69767265222c22636f6e7461637473223a5b7b22656d61696c223a22636f6d707461407a656e6974682d7061696e2e6578616d706c65222c226e616d65223a22222c2270686f6e65223a22222c22726f6c65223a22757375616c222c227469746c65223a22227d5d2c22646562746f72223a7b226163636f756e745f6d616e616765725f656d61696c223a6e756c6c2c2261646472657373223a6e756c6c2c2263697479223a6e756c6c2c22636f756e747279223a6e756c6c2c22636f757274223a6e756c6c2c22646562746f725f6964223a22432dc3892d33222c2265636f6e6f6d6963223a6e756c6c2c226c616e6775616765223a226672222c226c6567616c5f666f726d223a6e756c6c2c226e616d65223a22426f756c616e6765726965205ac3a96e697468205341524c222c227061796d656e745f72756e5f64617973223a5b5d2c22706f7374636f6465223a6e756c6c2c22736563746f72223a6e756c6c2c227365676d656e74223a22736d65222c22736972656e223a6e756c6c2c22747261646572223a6e756c6c7d7d', 'c2dc1971e9e89c231beef9f934d74003454e5778dc9e35d850a631e3f3ee46a4', '988c5a8ca0adf3e07ab8640011cf6be8d9a0fd5ad2da7e33b023d13c3f80bd18');
INSERT INTO public.journal VALUES (10, 'acme', 'dossier:acme/É-3', 2, '2026-10-20T08:30:00.000000+00:00', 'InvoiceOpened', 1, '\xc451c59c54d6b56e905f0c60223a491a', '\x7b2262656361757365223a226772616e64206c69767265222c22696e766f696365223a7b226167726565645f72617465223a6e756c6c2c22616d6f756e74223a22313230302e3530222c226372656469746564223a22302e3030222c2263757272656e6379223a22455552222c22646f63756d656e74223a6e756c6c2c226475655f6f6e223a22323032362d30392d3031222c226973737565645f6f6e223a22323032362d30382d3031222c226b696e64223a22696e766f696365222c226e756d626572223a2246412fc3892d332d3031222c226f726465725f726566223a6e756c6c2c2270616964223a22302e3030222c22706572666f726d65645f6f6e223a6e756c6c2c22706f5f6e756d626572223a6e756c6c2c22706f7274616c5f6964223a6e756c6c2c2272656365697665645f6f6e223a6e756c6c7d7d', 'e93613c7faffdcd6157cd1c685b65526c4d2b84fc118a95d852fa006c3b45178', '1952500f8d9102c8ac9c603bbf88db1e4e657df81f1dfd4bd2a22ac42e06c0e6');
INSERT INTO public.journal VALUES (11, 'acme', 'dossier:acme/É-3', 3, '2026-10-20T08:30:00.000000+00:00', 'TaskOpened', 1, '\xda50d2dcaeee9d2cd0aa414d3c76be01', '\x7b2262656361757365223a22617070656c222c226475655f6f6e223a22323032362d31302d3230222c227461736b223a2274222c2277686174223a22417070656c6572227d', 'ce449eae0e22988897ffd09516d122166ec9a89140f6dfb96ea23b569c2f4dd6', '748e1eaaec2e63a8d015130bb711f47c00bd0f890cca57237e80a88d145bc4ad');
INSERT INTO public.journal VALUES (12, 'acme', 'dossier:acme/É-3', 4, '2026-10-20T08:30:00.000000+00:00', 'LetterQueued', 1, '\x6fcfe09ad47e7b25e2db83bc721fd5a7', '\x7b22616d6f756e74223a22313230302e3530222c22616e6e6f756e6365645f666f725f70726f6d697365223a66616c73652c22616e6e6f756e636573223a22222c22616e7377657273223a6e756c6c2c2262656361757365223a22c3a96368c3a9616e63652070617373c3a965222c226363223a5b22646972656374696f6e407a656e6974682d7061696e2e6578616d706c65225d2c22636f6d706f7365645f666f72223a22323032362d31302d3230222c22646561646c696e655f6f6e223a6e756c6c2c22696e766f69636573223a5b2246412fc3892d332d3031225d2c226d6573736167655f6964223a2272656c616e63652e61636d652ec3892d332e312e72656d696e6465725f312e314061636d652e6578616d706c65222c226d696d65223a2238646339353539386161316662316630393533303938333734313537343933343836633933383438613664666339303262306263383639653738393362393837222c226e6578745f6f6e223a6e756c6c2c22736f7274223a22756e736f6c696369746564222c2273746570223a7b22617474656d7074223a312c22636f75727365223a312c226e616d65223a2272656d696e6465725f31227d2c227375626a656374223a22566f7472652066616374757265222c2274656d706c617465223a2272656d696e6465725f31222c22746f223a5b22636f6d707461407a656e6974682d7061696e2e6578616d706c65225d2c22746f6b656e223a22544f4b454e61636d652ec3892d332e312e72656d696e6465725f312e31227d', '69cb033d769cab7c0d2037a39761a91635c57ae49990cfd8fe9b9a852b728875', '19349fb1708772888bc0d099b29763ee65de339851c990751ab3036ff6538b26');
INSERT INTO public.journal VALUES (13, 'acme', 'dossier:acme/BZ-1', 5, '2026-10-20T08:30:00.000000+00:00', 'LetterLeaving', 1, '\x677583508718ee0f414fac94ab5b2dd7', '\x7b2262656361757365223a2272656d697365222c2273746570223a7b22617474656d7074223a312c22636f75727365223a312c226e616d65223a2272656d696e6465725f31227d7d', '411aaa36a10b1263e55f4a6f23ebb81a44331d2e79fc0299c29fe5f84b3e8f8b', '5e10950f99e14f598a15f06defd4be240237d9f3e2c404d0ec7f6ca3170e5e8e');
INSERT INTO public.journal VALUES (14, 'acme', 'dossier:acme/BZ-1', 6, '2026-10-20T08:30:00.000000+00:00', 'NoteWritten', 1, '\xb327dc6c11ed1d89141fe6b7af572efa', '\x7b2262656361757365223a227675222c226279223a22416e6e65222c2274657874223a2252617070656cc3a9227d', 'f6a933d0972501f4c42bc1c559a7c1b1d92af900b6a26400d0f621a04737855b', '983fe22b1fe82caf684994e9ed2be85b6d07438e791aabc3361ad04f91a5c7b0');
INSERT INTO public.journal VALUES (15, '', 'mailbox:compta@acme.example', 1, '2026-10-20T08:30:00.000000+00:00', 'MessageSetAside', 1, NULL, NULL, 'ef01016dd64bb41c8a24cd662a8563605f5a8cddea170311b5ecb67025d3d057', '4cd2d4e8ddcf4b9214ab65af70480a6446bd0e0365a7ac9cde4a8068bad09b2a');
INSERT INTO public.journal VALUES (16, '', 'mailbox:compta@acme.example', 2, '2026-10-20T08:30:00.000000+00:00', 'BodyErased', 1, '\xf79f2f9003aa657c96ccc090e60a8d93', '\x7b2262656361757365223a2264656d616e6465222c226279223a22416e6e65222c22736571223a317d', '82347128d36a58c1145b30c9be92d2457b9dc4e87d877b3f0ab7a9da3f86d868', 'bcb643863928d1ff659387978f07d5eaef86e2134ea6f83ab586e1955585e490');
INSERT INTO public.outbox VALUES ('["acme","BZ-2",1,"reminder_1",1]', 'acme', 'BZ-2', 1, 'reminder_1', 1, 'queued', 'C-BZ-2', 'unsolicited', '2026-10-20', 'relance.acme.BZ-2.1.reminder_1.1@acme.example', 'TOKENacme.BZ-2.1.reminder_1.1', 'compta@acme.example', '["compta@zenith-pain.example", "direction@zenith-pain.example"]', 'Votre facture', '4ddb62c3b1f44b7fd254338c0c2bb733eab47840d206e7792e94bdb9bee2b2d9', 120050, 0, 0, '2026-10-20 08:30:00+00', NULL, '', false, '', NULL);
INSERT INTO public.outbox VALUES ('["acme","É-3",1,"reminder_1",1]', 'acme', 'É-3', 1, 'reminder_1', 1, 'queued', 'C-É-3', 'unsolicited', '2026-10-20', 'relance.acme.É-3.1.reminder_1.1@acme.example', 'TOKENacme.É-3.1.reminder_1.1', 'compta@acme.example', '["compta@zenith-pain.example", "direction@zenith-pain.example"]', 'Votre facture', '8dc95598aa1fb1f0953098374157493486c93848a6dfc902b0bc869e7893b987', 120050, 0, 0, '2026-10-20 08:30:00+00', NULL, '', false, '', NULL);
INSERT INTO public.outbox VALUES ('["acme","BZ-1",1,"reminder_1",1]', 'acme', 'BZ-1', 1, 'reminder_1', 1, 'leaving', 'C-BZ-1', 'unsolicited', '2026-10-20', 'relance.acme.BZ-1.1.reminder_1.1@acme.example', 'TOKENacme.BZ-1.1.reminder_1.1', 'compta@acme.example', '["compta@zenith-pain.example", "direction@zenith-pain.example"]', 'Votre facture', '95c164fa21b6f732a64cec1cea205be0b50f4dc73c058c2a101571cf0d6c710d', 120050, 0, 1, '2026-10-20 08:30:00+00', NULL, '', false, '', NULL);
INSERT INTO public.register VALUES ('started_on', '2026-10-20');
INSERT INTO public.tortoise_migrations VALUES (1, 'store', '0001_first', '2026-11-22 03:06:47.93963+00');
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
SELECT pg_catalog.setval('public.inbox_id_seq', 2, true);
SELECT pg_catalog.setval('public.inbox_names_id_seq', 1, true);
SELECT pg_catalog.setval('public.inbox_pages_id_seq', 1, true);
SELECT pg_catalog.setval('public.inbox_places_id_seq', 2, true);
SELECT pg_catalog.setval('public.journal_id_seq', 16, true);
SELECT pg_catalog.setval('public.tortoise_migrations_id_seq', 1, true);
SELECT pg_catalog.setval('public.traces_id_seq', 27, true);
ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (id);
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
ALTER TABLE ONLY public.tortoise_migrations
    ADD CONSTRAINT uid_tortoise_mi_app_3803a5 UNIQUE (app, name);
ALTER TABLE ONLY public.traces
    ADD CONSTRAINT uid_traces_credito_970818 UNIQUE (creditor, value, sort, dossier);
CREATE INDEX contacts_by_letter ON public.contacts USING btree (letter);
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
CREATE INDEX traces_by_dossier ON public.traces USING btree (creditor, dossier, sort);
