-- Domainflow's own tables. Personal data and secrets are here, and never in the engine's tables; a column whose
-- name ends in «sealed» is encrypted. Times are in UTC. Names of domains are in ASCII form; domain_unicode is how
-- people read them.

-- Accounts
-- --------

-- Accounts at a registrar, and what people set for them.
create table reseller_account (
  name                     text primary key,
  system                   text not null
    check (system in ('LIVE', 'OTE', 'SANDBOX', 'CNR_LIVE', 'CNR_OTE', 'CNR_SANDBOX')),
  login                    text not null,
  password_sealed          bytea not null,
  admin_handle             text,
  tech_handle              text,
  billing_handle           text,
  -- told to the registrar with each call, for logins that it lets in from some addresses only
  client_address           text,
  -- marks of the registrar's quota, in its points
  quota_soft               int not null default 300,
  quota_hard               int not null default 500,
  -- for orders that say nothing about these
  nameservers              text[] not null default '{}',
  renewal_mode             text not null default 'AUTOEXPIRE',
  transfer_lock            boolean not null default true,
  -- how the registrant of a name is changed where a change locks it
  registrant_change_mode   text not null default 'WAIT_WITHOUT_LOCK'
    check (registrant_change_mode in ('LOCK_AT_ONCE', 'WAIT_WITHOUT_LOCK', 'WAIT_THEN_LOCK', 'ASK')),
  -- who attested that registrants made the reseller their designated agent; all three or none
  agent_attested_by        text,
  agent_attested_at        timestamptz,
  agent_terms_version      text,
  -- by which policy registrants are changed; CORD is not in force, and for trying out only
  registrant_change_policy text not null default '2016' check (registrant_change_policy in ('2016', 'CORD')),
  drift_renewal_mode       text not null default 'TASK'
    check (drift_renewal_mode in ('TASK', 'MEND', 'ADOPT')),
  -- whether an order to renew a name may have it restored first
  automatic_restore        boolean not null default true,
  drift_nameservers        text not null default 'TASK' check (drift_nameservers in ('TASK', 'MEND', 'ADOPT')),
  drift_contacts           text not null default 'TASK' check (drift_contacts in ('TASK', 'MEND', 'ADOPT')),
  drift_transfer_lock      text not null default 'TASK'
    check (drift_transfer_lock in ('TASK', 'MEND', 'ADOPT')),
  drift_privacy            text not null default 'TASK' check (drift_privacy in ('TASK', 'MEND', 'ADOPT')),
  -- whether two persons have to approve that a name leaves for somebody who has asked for it
  transfer_out_four_eyes   boolean not null default false,
  check (quota_soft between 1 and quota_hard),
  check ((agent_attested_by is null) = (agent_attested_at is null)
    and (agent_attested_by is null) = (agent_terms_version is null)),
  check (registrant_change_policy = '2016' or system = 'SANDBOX')
);

-- accounts that the registrar has stopped: nothing is asked for them until a person says so
create table stopped_account (
  account    text primary key references reseller_account on delete cascade,
  stopped_at timestamptz not null,
  reason     text not null
);

-- What accounts had to spend when the registrar was asked last.
create table account_balance (
  account  text primary key references reseller_account on delete cascade,
  amount   numeric not null,
  currency text not null,
  read_at  timestamptz not null
);

-- What the daily check has found wrong with a reseller account, while it lasts.
create table account_finding (
  account   text not null references reseller_account on delete cascade,
  kind      text not null
    check (kind in (
      'LOGIN', 'BALANCE', 'RENEWAL_MODE', 'NAMES', 'NAMES_GONE', 'NAMES_EXPIRING', 'PAID_NOT_RENEWED')),
  found_at  timestamptz not null,
  looked_at timestamptz not null,
  what      text not null,
  -- the names concerned with their modes, one each; only the first ones
  names     text[] not null,
  -- two findings with the same mark are the same: whoever ignores one is not asked again
  mark      text not null,
  ignored   boolean not null default false,
  primary key (account, kind)
);

-- What an account has asked of the registrar lately, in the registrar's points: counted once for all nodes.
create table registrar_usage (
  account    text primary key,
  points     double precision not null,
  -- since when these points have not decayed; moves in whole minutes
  counted_at timestamptz not null
);

-- Orders
-- ------

-- What was ordered, and how it stands.
create table provisioning_order (
  id                   uuid primary key,
  reference            text not null,
  login                text not null,
  content_digest       text not null,
  operation            text not null,
  account              text not null,
  domain               text not null,
  domain_unicode       text not null,
  period_years         int,
  nameservers          text[],
  renewal_mode         text,
  transfer_lock        boolean,
  privacy              boolean,
  idn_language         text,
  metadata             jsonb not null,
  status               text not null
    check (status in ('IN_PROGRESS', 'WAITING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  waiting_who          text,
  waiting_code         text,
  waiting_what         text,
  waiting_until        timestamptz,
  waiting_task_id      text,
  outcome_code         text,
  expires_at           timestamptz,
  outcome_renewal_mode text,
  locked_until         timestamptz,
  failure_reason       text,
  failure_message      text,
  failure_code         int,
  awaits_registry      boolean not null default false,
  charged              text not null check (charged in ('NO', 'YES', 'UNKNOWN')),
  process_instance_id  text not null unique,
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  -- the most the customer pays for a name with a price of its own
  accepted_amount      numeric,
  accepted_currency    text,
  -- what the registrar asked at the last look; null for a name at the price of its zone
  price_class          text,
  quoted_amount        numeric,
  quoted_currency      text,
  renewal_amount       numeric,
  renewal_currency     text,
  -- what was paid, as far as the registrar said so
  paid_amount          numeric,
  paid_currency        text,
  application          text,
  -- the trademark notice that applies, and what the customer accepted
  claim_key            text,
  notice_id            text,
  notice_hash          text,
  notice_created_at    timestamptz,
  notice_expires_at    timestamptz,
  accepted_notice_id   text,
  notice_accepted_at   timestamptz,
  -- what the registrar refused: parts of the order, and its own words
  refused_parts        text[] not null default '{}',
  refusal              text,
  -- the end of the period that the caller believes the name has; another one is refused
  believed_expiry      date,
  -- whether somebody has repeated the name that is to be deleted
  confirmed            boolean default false,
  -- whether a suspended name is to stop resolving
  hold                 boolean default false,
  outcome_remark       text,
  -- lower for those who place very many orders at once, so that they do not hold up the others
  priority             int not null default 0,
  ended_at             timestamptz,
  -- since when it waits for the same
  waiting_since        timestamptz,
  -- how long it has waited for people, and for the registrar, without the wait that lasts still
  people_ms            bigint not null default 0,
  registrar_ms         bigint not null default 0,
  -- names are sold directly below a top-level domain
  tld                  text not null
    generated always as (substr(domain, strpos(domain, '.') + 1)) stored,
  -- whose the name was when it was ordered for; null: nobody's, so that only staff sees the order
  owner                text,
  -- what was booked for all that the order has bought; null before all of it is found
  booked_amount        numeric,
  booked_currency      text,
  -- a wait keeps its beginning in waiting_since while it is looked at and tried again; people_ms and
  -- registrar_ms have all of its time up to here.
  waits_added_until    timestamptz,
  -- whether the registrar's own name servers are wanted
  registrar_dns        boolean,
  -- the order that is taken back, by its reference or its id
  reverts              text,
  -- whether the transfer lock is to be opened
  unlock               boolean,
  -- to whom the code goes
  deliver              text check (deliver in ('CALLER', 'HOLDER')),
  -- from when on what failed is possible
  failure_until        timestamptz,
  -- until when what the order has brought is valid
  valid_until          timestamptz,
  -- to whom, as the registry calls it
  release_target       text,
  -- whether something was sent for the order whose effect is not known yet: such an order cannot be
  -- cancelled. The journal says the same of commands that may not be repeated.
  unanswered           boolean not null default false,
  unique (login, reference)
);
-- one order at a time may work on a name of an account; the database decides who is first
create unique index one_open_order_per_name on provisioning_order (account, domain)
  where status in ('IN_PROGRESS', 'WAITING');
-- counted at each order of a client
create index open_orders_of_login on provisioning_order (login) where status in ('IN_PROGRESS', 'WAITING');
create index order_in_progress on provisioning_order (login, operation) where status = 'IN_PROGRESS';
create index provisioning_order_account on provisioning_order (account, created_at desc, id desc);
create index provisioning_order_created on provisioning_order (created_at desc, id desc);
-- finds names that begin with something, and whole ones
create index provisioning_order_domain_start on provisioning_order (domain text_pattern_ops);
create index provisioning_order_ended on provisioning_order (ended_at) where ended_at is not null;
-- lists of orders, latest first, and what is looked for in them
create index provisioning_order_login on provisioning_order (login, created_at desc, id desc);
create index provisioning_order_metadata on provisioning_order using gin (metadata jsonb_path_ops);
-- what went wrong is looked for among very many that went well
create index provisioning_order_not_done on provisioning_order (status, process_instance_id)
  where status in ('FAILED', 'CANCELLED');
create index provisioning_order_not_well on provisioning_order (status, created_at desc, id desc)
  where status in ('FAILED', 'CANCELLED');
-- open orders are looked for all the time, among very many that have ended
create index provisioning_order_open on provisioning_order (status, created_at desc, id desc)
  where status in ('IN_PROGRESS', 'WAITING');
-- lists of orders are narrowed to an operation, an account or what did not go well, and what a reference begins
-- with is
-- typed to find it.
create index provisioning_order_operation on provisioning_order (operation, created_at desc, id desc);
create index provisioning_order_owner on provisioning_order (owner, created_at desc, id desc);
create index provisioning_order_reference on provisioning_order (reference text_pattern_ops);
create index provisioning_order_updated on provisioning_order (updated_at);
create index provisioning_order_waiting on provisioning_order (waiting_code, created_at desc, id desc)
  where status = 'WAITING';
create index waiting_for_registry on provisioning_order (account)
  where awaits_registry and status in ('IN_PROGRESS', 'WAITING');

-- The contacts of an order: data, or a handle of the registrar.
create table order_contact (
  order_id         uuid not null references provisioning_order on delete cascade,
  role             text not null,
  handle           text,
  first_name       text,
  last_name        text,
  organization     text,
  street           text[],
  city             text,
  state            text,
  postal_code      text,
  country          text,
  phone            text,
  email            text,
  -- the registrar's handle for this data
  registrar_handle text,
  -- the registrar has been asked for one since
  handle_tried_at  timestamptz,
  primary key (order_id, role)
);
-- handles that orders have named are looked for, too, when an order names one
create index order_contact_named_handle on order_contact (handle) where handle is not null;
-- whose contacts have a handle, and who has asked for one and not got it yet
create index order_contact_with_handle on order_contact (registrar_handle)
  where registrar_handle is not null;
create index order_contact_without_handle on order_contact (order_id)
  where handle_tried_at is not null and registrar_handle is null;

-- Handles that were made for an order; one that nothing needs any more is deleted at the registrar.
create table order_contact_handle (
  order_id    uuid not null references provisioning_order on delete cascade,
  handle      text not null,
  released_at timestamptz,
  primary key (order_id, handle)
);
create index unreleased_contact_handle on order_contact_handle (order_id) where released_at is null;

-- Values of additional fields can be identity documents: all of them are sealed.
create table order_additional_field (
  order_id     uuid not null references provisioning_order on delete cascade,
  parameter    text not null,
  value_sealed bytea not null,
  primary key (order_id, parameter)
);

-- The auth code that a transfer needs: a secret that lives no longer than needed.
create table order_auth_code (
  order_id    uuid primary key references provisioning_order on delete cascade,
  code_sealed bytea not null
);

-- The text of a claims notice names the holders of trademarks.
create table order_claims_notice (
  order_id uuid primary key references provisioning_order on delete cascade,
  text     text not null
);

-- Another address or phone of the registrant that an update is to set.
create table order_registrant_details (
  order_id       uuid primary key references provisioning_order on delete cascade,
  details_sealed bytea not null
);

-- Who has had a hand in an order: they may not consent for a registrant.
create table order_preparer (
  order_id uuid not null references provisioning_order on delete cascade,
  login    text not null,
  primary key (order_id, login)
);

-- Processes that carry out a part of an order for the order's own process, while they run.
create table order_called_process (
  process_instance_id text primary key,
  order_id            uuid not null references provisioning_order on delete cascade
);

-- What an order waited for when a step stopped that has to be repaired; it waits for it again after that.
create table order_interrupted_wait (
  order_id uuid primary key references provisioning_order on delete cascade,
  who      text not null,
  code     text not null,
  what     text not null,
  until    timestamptz
);

-- What has happened to an order, for whoever asks; the texts have no personal data.
create table order_event (
  id       bigint generated always as identity primary key,
  order_id uuid not null references provisioning_order on delete cascade,
  at       timestamptz not null,
  kind     text not null,
  -- whom it waits for, and for what
  who      text,
  code     text,
  text     text,
  -- the login that did it, where somebody did
  by       text
);
-- what people have decided lately, among very much that has happened to orders
create index order_event_decisions on order_event (at) where kind = 'TASK_COMPLETED';
create index order_event_order on order_event (order_id, id);

-- What was answered to a request that has an idempotency key.
create table idempotent_reply (
  login       text not null,
  key         text not null,
  fingerprint text not null,
  created_at  timestamptz not null,
  -- until when whoever began to answer may be expected to end
  begun_until timestamptz not null,
  status      int,
  location    text,
  body        text,
  -- who began to answer: one who took too long must not end what somebody else has begun since
  holder      uuid,
  primary key (login, key)
);
create index idempotent_reply_age on idempotent_reply (created_at);

-- What the secrets of an order go into its fingerprint with: made at the first start, never shown, sealed like
-- all secrets.
create table fingerprint_key (
  id         int primary key check (id = 1),
  key_sealed bytea not null
);

-- What each operation finds and does
-- ----------------------------------

-- How far the transfer of a name has come.
create table order_transfer (
  order_id          uuid primary key references provisioning_order on delete cascade,
  -- from another registrar or from another account at the same one
  kind              text not null check (kind in ('REQUEST', 'USERTRANSFER')),
  -- what the transfer adds to the term; null before the registrar was asked
  period_years      int,
  price_class       text,
  losing_registrar  text,
  confirmed_by_mail boolean not null default false,
  -- since when the registrar works on it, and until when it takes its time
  requested_at      timestamptz,
  phase             text check (phase in ('CONFIRMATION_MAIL', 'AT_REGISTRY')),
  phase_ends_at     timestamptz,
  -- somebody wants it withdrawn
  withdrawn_at      timestamptz,
  -- how long the losing registrar has to object, by the zone: known before the transfer is requested
  pending_ms        bigint
);

-- How far the setting up of a name that has come by a transfer has got.
create table order_transfer_setup (
  order_id             uuid primary key references provisioning_order on delete cascade,
  -- what the registrar said to the change of transfer lock and name servers
  settings_refusal     text,
  settings_pending     boolean not null default false,
  -- since when the registrar has the order's contacts, or why it has not
  contacts_replaced_at timestamptz,
  contacts_refusal     text,
  -- what was seen when the name was read back last
  differences          text[] not null default '{}',
  without_contacts     boolean not null default false,
  trade_pending        boolean not null default false,
  trade_created_at     timestamptz
);

-- What the watch over the list of transfers has told an order last, so that it says so once.
create table transfer_told (
  order_id uuid primary key references provisioning_order on delete cascade,
  news     text not null check (news in ('GONE', 'OVER', 'CONFIRMATION_MAIL', 'AT_REGISTRY')),
  told_at  timestamptz not null
);

-- Orders that give a name another registrant.
create table order_registrant_change (
  order_id              uuid primary key references provisioning_order on delete cascade,
  -- what was ordered, beside the new registrant
  wished_mode           text
    check (wished_mode in ('LOCK_AT_ONCE', 'WAIT_WITHOUT_LOCK', 'WAIT_THEN_LOCK', 'ASK')),
  given_consents        jsonb not null default '[]',
  requested_by          text,
  wished_lock           boolean,
  -- what the name was like before, the prior registrant's data included
  prior_handle          text,
  prior_registrant      jsonb,
  changed_fields        text[] not null default '{}',
  looks_like_correction boolean not null default false,
  changed_by_zone       text,
  price_class           text,
  locked_before         boolean,
  -- the policy's terms
  consents_needed       boolean not null default false,
  chosen_mode           text check (chosen_mode in ('LOCK_AT_ONCE', 'WAIT_WITHOUT_LOCK', 'WAIT_THEN_LOCK')),
  agent_for_new         boolean not null default false,
  agent_for_prior       boolean not null default false,
  opt_out               boolean not null default false,
  confirmation_days     int,
  grace_days            int,
  lock_days             int,
  reminder_days         int[] not null default '{}',
  -- asked by whoever is to consent
  question              text,
  answer                text,
  -- at the registrar
  requested_at          timestamptz,
  registrar_accepted    boolean not null default false,
  confirm_by            timestamptz,
  reminders_sent        int not null default 0,
  withdrawn_at          timestamptz,
  -- withdrawn to be sent again, or because nobody confirmed
  withdrawn_for         text check (withdrawn_for in ('CALLER', 'AGENT', 'DEADLINE', 'DISPUTE')),
  ended                 text check (ended in ('EXECUTED', 'DECLINED', 'LAPSED', 'FAILED', 'WITHDRAWN')),
  -- the handle of the new registrant for whom the registrar has refused the change itself, because it
  -- wants a plain update instead; null if it has not.
  update_wanted_for     text,
  -- whether the zone knows opting out of the lock
  opt_out_possible      boolean not null default true
);

-- The lock that follows a change of registrant, for the order that has made the change.
create table order_transfer_lock (
  order_id          uuid primary key references provisioning_order on delete cascade,
  begun_at          timestamptz not null,
  -- whether the name is to be locked against transfers after it
  locked_afterwards boolean not null,
  -- its end, by our own count until the registrar states one
  ends_at           timestamptz not null,
  source            text not null check (source in ('REGISTRAR', 'COMPUTED')),
  -- what was seen when the name was read last; null before that, and where the zone has no lock
  locked            boolean,
  -- what the registrar said to the change of the lock afterwards
  refusal           text,
  pending           boolean not null default false,
  -- when it was seen that the name has left the account
  gone_at           timestamptz
);
-- locks that end soon
create index order_transfer_lock_ends on order_transfer_lock (ends_at) where gone_at is null;

-- What is to be bought, by the last look at the name.
create table order_renewal (
  order_id          uuid primary key references provisioning_order on delete cascade,
  expires_before    timestamptz not null,
  paid_until_before timestamptz not null,
  -- until when it can be renewed although its period is over
  renewable_until   timestamptz,
  years             int not null,
  -- of a name with a price of its own
  price_class       text,
  -- whether the registry renews on command; else the renewal is paid, and done at the end of the period
  explicit          boolean not null,
  -- since when the registrar has said that it is done
  bought_at         timestamptz,
  refusal_code      int,
  -- since when a renewal that does not show is waited for: anew when somebody decides to keep waiting
  waited_for_since  timestamptz
);

-- The bringing back of a deleted name.
create table order_restoration (
  order_id         uuid primary key references provisioning_order on delete cascade,
  -- null where the registrar does not say
  restorable_until timestamptz,
  price_class      text,
  -- years that are bought after it, in the price that is agreed to; 0 for none
  renewed_years    int not null,
  restore_amount   numeric,
  restore_currency text,
  requested_at     timestamptz,
  restored_at      timestamptz,
  check ((restore_amount is null) = (restore_currency is null))
);

-- Orders that delete a name: what it was like when somebody agreed to that.
create table order_deletion (
  order_id         uuid primary key references provisioning_order on delete cascade,
  created_at       timestamptz,
  expires_at       timestamptz,
  paid_until       timestamptz,
  -- the registrar's handle of the registrant
  owner            text,
  renewal_mode     text,
  -- for how long, and for what, it can be had back; null where the registrar does not say
  restorable_days  int,
  restore_amount   numeric,
  restore_currency text,
  -- when the registrar accepted the deletion
  requested_at     timestamptz
);

-- Orders that suspend, reactivate or cancel a name: what they found, and what they have to do.
create table order_suspension (
  order_id     uuid primary key references provisioning_order on delete cascade,
  -- null if the registrar shows a mode that we do not know
  mode_before  text,
  -- the mode that somebody had set elsewhere meanwhile
  mode_found   text,
  -- whether a renewal that was charged already is to be taken back
  take_back    boolean not null,
  hold_change  text check (hold_change in ('PUT', 'LIFT')),
  -- the registrar's words when it did not put the name on hold
  hold_refusal text
);

-- Orders that change how a name is set up.
create table order_update (
  order_id      uuid primary key references provisioning_order on delete cascade,
  -- since when the registry has had to carry a change out; null if it has not
  pending_since timestamptz,
  -- as long as an update has sent nothing, the state of its name before is the one that was read last
  begun         boolean not null default false
);

-- How the name of an update is to be, was, and is afterwards.
create table order_update_settings (
  order_id        uuid not null references order_update on delete cascade,
  kind            text not null check (kind in ('WANTED', 'BEFORE', 'AFTER')),
  settings_sealed bytea not null,
  primary key (order_id, kind)
);

-- What has become of each section.
create table order_update_section (
  order_id uuid not null references order_update on delete cascade,
  section  text not null,
  state    text not null check (state in ('WANTED', 'DONE', 'UNCHANGED', 'REFUSED')),
  reason   text,
  primary key (order_id, section)
);

-- The values of an update that may be sent: a keyed hash of each section's ordered value, because contacts and
-- addresses
-- could be guessed from a plain one.
create table order_update_agreement (
  order_id    uuid not null references provisioning_order on delete cascade,
  section     text not null,
  fingerprint text not null,
  -- who has approved it; null if the policy asked nobody
  approved_by text,
  agreed_at   timestamptz not null,
  primary key (order_id, section)
);

-- Auth codes that orders have got.
create table order_issued_code (
  order_id    uuid primary key references provisioning_order on delete cascade,
  issued_at   timestamptz not null,
  -- null as soon as it has been handed over, or its time is over
  code_sealed bytea,
  -- when the registry no longer takes it; null if it has no end of its own
  valid_until timestamptz,
  -- until when it can be read here
  kept_until  timestamptz not null,
  read_at     timestamptz,
  read_by     text
);
create index order_issued_code_kept on order_issued_code (kept_until) where code_sealed is not null;

-- How far such orders are, and what is to be undone about a name once its code has not been used.
create table order_code_course (
  order_id        uuid primary key references provisioning_order on delete cascade,
  -- whether the order has opened the transfer lock, so that it is set again
  unlocked        boolean not null default false,
  -- since when the registry has had to make a code; null if it has not
  pending_since   timestamptz,
  -- until when the name can leave; null before that is known
  ends_at         timestamptz,
  -- whether the code is made void then
  voids           boolean not null default false,
  -- the registrar's words when it refused to protect the name again; null if it did not
  refusal         text,
  -- whether somebody has to agree, and why; null as long as that is not decided
  approval_needed boolean,
  look_at         text,
  -- who has agreed, and when
  approved_by     text,
  approved_at     timestamptz,
  -- when the mail about the code was sent, or else why it was not
  holder_told_at  timestamptz,
  not_told        text
);

-- Orders that give a name away.
create table order_release (
  order_id     uuid primary key references provisioning_order on delete cascade,
  -- who has agreed to it, and when
  approved_by  text not null,
  approved_at  timestamptz not null,
  -- when the registrar accepted it; null before
  requested_at timestamptz
);

-- What the registrar is asked, books and tells
-- --------------------------------------------

-- What we are about to ask the registrar to change, written before it is asked.
create table command_journal (
  id             bigint generated always as identity primary key,
  order_id       uuid not null,
  account        text not null,
  command        text not null,
  object         text not null,
  state          text not null
    check (state in ('INTENDED', 'IN_DOUBT', 'EXECUTED', 'REFUSED', 'NOT_EXECUTED', 'ABANDONED', 'UNDONE')),
  intended_at    timestamptz not null,
  doubt_since    timestamptz,
  resolved_at    timestamptz,
  code           int,
  description    text,
  -- an order can have more than one command carried out that costs money
  costs_money    boolean not null default false,
  -- when the registrar's account is read next for the charge; null once it is known, or given up
  booking_due_at timestamptz,
  -- the registrar's name of what was sent: what became of it is looked for by that name
  said_as        text not null,
  -- when the registrar charges what it has taken, such as a renewal that is ordered by the renewal mode; null
  -- where it does so at once
  charged_at     timestamptz
);
create index command_journal_booking_due on command_journal (booking_due_at)
  where booking_due_at is not null;
-- the daily check looks whether the renewals that were only ordered will still be charged
create index command_journal_charged_later on command_journal (account) where charged_at is not null;
-- for the question whether a trace at the registrar may be another order's
create index command_journal_object on command_journal (object, said_as);
create index command_journal_order on command_journal (order_id);
create index command_journal_paid on command_journal (account, object) where costs_money;
-- one change of a name at a time, over all nodes: the others wait
create unique index one_change_at_a_time on command_journal (account, object)
  where state in ('INTENDED', 'IN_DOUBT');
create unique index one_unresolved_command on command_journal (order_id, command)
  where state in ('INTENDED', 'IN_DOUBT');

-- Each booking belongs to one command, however often it is read.
create table booking (
  account    text not null,
  booking    text not null,
  entry      bigint not null references command_journal on delete cascade,
  -- without VAT; negative for what was given back
  amount     numeric not null,
  currency   text not null,
  booked_at  timestamptz not null,
  in_figures boolean not null default false,
  primary key (account, booking, booked_at)
);
create index booking_at on booking (booked_at);
create index booking_entry on booking (entry);
create index booking_not_in_figures on booking (entry) where not in_figures;

-- Every call to the registrar: what was asked, what came back and how long it took. Neither what was sent with
-- it nor
-- the name it was about: that is the order's.
create table registrar_call (
  id                  bigint generated always as identity primary key,
  -- null for a call that no order has made
  order_id            uuid,
  account             text not null,
  command             text not null,
  -- the registrar's; null if there was no answer
  code                int,
  -- why there was none
  trouble             text,
  at                  timestamptz not null,
  millis              int not null,
  -- looks at what an order waits for take no time of their own: that time is told as waiting
  while_waiting       boolean not null default false,
  -- null for a call that no process has made
  process_instance_id text,
  check ((code is null) = (trouble is not null))
);
create index registrar_call_at on registrar_call (at);
create index registrar_call_order on registrar_call (order_id) where order_id is not null;
create index registrar_call_process on registrar_call (process_instance_id)
  where process_instance_id is not null;

-- What the registrar tells of its own accord. No more than a reason to look: an event can get lost,
-- come twice, late or too early, and few of its kinds are documented.
create table registrar_event (
  account     text not null references reseller_account on delete cascade,
  -- the registrar's number
  id          text not null,
  class       text not null,
  subclass    text not null,
  -- the name it is about; nothing else of its data is kept
  domain      text,
  happened_at timestamptz,
  received_at timestamptz not null,
  -- what became of it; null while it may still be for an order that does not wait yet
  handling    text check (handling in ('TOLD', 'NOBODY_WAITS', 'UNKNOWN_CLASS')),
  handled_at  timestamptz,
  -- when it was deleted at the registrar
  deleted_at  timestamptz,
  primary key (account, id),
  check ((handling is null) = (handled_at is null))
);
create index handled_registrar_event on registrar_event (handled_at);
create index open_registrar_event on registrar_event (account) where handled_at is null;
create index undeleted_registrar_event on registrar_event (account) where deleted_at is null;

-- Names
-- -----

-- A name as an account had it at the registrar when it was read last.
create table stored_domain (
  account              text not null references reseller_account on delete cascade,
  domain               text not null,
  domain_unicode       text not null,
  status               text not null
    check (status in ('ACTIVE', 'PENDING', 'EXPIRED', 'TRANSFERRED_AWAY', 'DELETED', 'UNKNOWN')),
  -- null where the zone has no lock
  transfer_locked      boolean,
  locked_until         timestamptz,
  -- the order it was read for: its login may see it
  order_id             uuid references provisioning_order on delete cascade,
  read_at              timestamptz not null,
  -- the end of the lock after a change of registrant; locked_until is that of any other
  change_locked_until  timestamptz,
  -- what the registrar does at the end of the period; null where it states none of our modes
  renewal_mode         text check (renewal_mode in ('AUTORENEW', 'AUTOEXPIRE', 'AUTODELETE')),
  renewal_mode_source  text check (renewal_mode_source in ('REGISTRAR', 'COMPUTED')),
  renewal_mode_read_at timestamptz,
  -- the expiry for which the registrar has charged by itself and did not give the money back
  kept_paid_for        timestamptz,
  -- when the name was last in the list of the account's names
  listed_at            timestamptz,
  -- the first complete list that it was missing in, while it is missing
  missing_since        timestamptz,
  -- when it was looked for singly and not found; with what is known of it, for people
  gone_at              timestamptz,
  gone_how             text,
  -- when people were told so and have noted it
  gone_reported_at     timestamptz,
  -- the last moment in which a deleted name can be had back, where the registrar states one
  restorable_until     timestamptz,
  -- the expiry for which people have noted that the name is about to end
  expiring_noted_for   timestamptz,
  primary key (account, domain)
);
create index stored_domain_change_locked on stored_domain (change_locked_until)
  where change_locked_until is not null;
create index stored_domain_locked on stored_domain (locked_until) where locked_until is not null;
create index stored_domain_order on stored_domain (order_id);

-- Its dates. One that a later reading does not state stays, with the time at which it was read.
create table stored_domain_date (
  account text not null,
  domain  text not null,
  kind    text not null
    check (kind in ('CREATED', 'EXPIRES', 'PAID_UNTIL', 'FAILURE', 'ACCOUNTING', 'FINALIZATION')),
  at      timestamptz not null,
  source  text not null check (source in ('REGISTRAR', 'COMPUTED')),
  read_at timestamptz not null,
  primary key (account, domain, kind),
  foreign key (account, domain) references stored_domain on delete cascade
);
-- in the order in which names that end are listed
create index stored_domain_date_expires on stored_domain_date (at, account, domain) where kind = 'EXPIRES';

-- How a name is set up, section by section: as it was read last, and as orders want it.
create table domain_section (
  account            text not null references reseller_account on delete cascade,
  domain             text not null,
  section            text not null
    check (section in (
      'NAMESERVERS', 'CONTACTS', 'REGISTRANT_DETAILS', 'TRANSFER_LOCK', 'PRIVACY', 'RENEWAL_MODE')),
  -- as JSON; sealed where it leads to personal data
  wanted             text,
  wanted_sealed      bytea,
  wanted_since       timestamptz,
  -- the order that wants it; null for what was taken over from the registrar
  wanted_by          uuid references provisioning_order on delete set null,
  present            text,
  present_sealed     bytea,
  read_at            timestamptz,
  source             text check (source in ('ORDER', 'DAILY_CHECK', 'REFRESH')),
  -- keyed, of the value that was read last; null where changes of the section are not noted
  fingerprint        bytea,
  changed_at         timestamptz,
  -- the registrant's mail address as it was read or ordered last, and the one before; a handle can keep its
  -- name and
  -- get another address; only in rows of the registrant
  mail_sealed        bytea,
  former_mail_sealed bytea,
  mail_changed_at    timestamptz,
  primary key (account, domain, section)
);
create index domain_section_wanted_by on domain_section (wanted_by) where wanted_by is not null;

-- Names that are set up otherwise than ordered, until that is settled. How they are and are to be is in
-- domain_section.
create table domain_drift (
  account   text not null references reseller_account on delete cascade,
  domain    text not null,
  sections  text[] not null,
  found_at  timestamptz not null,
  looked_at timestamptz not null,
  -- the same as long as a name differs in the same way
  mark      text not null,
  -- what the registrar said when a section was to be set, for people
  problem   text,
  -- somebody wants it left as it is
  left_so   boolean not null default false,
  primary key (account, domain)
);

-- What a rule of the account set as ordered last, without asking anybody: what differs in the same
-- way within days is set by something else, and is for a person.
create table domain_drift_mended (
  account   text not null references reseller_account on delete cascade,
  domain    text not null,
  -- the same as long as a name differs in the same way
  mark      text not null,
  mended_at timestamptz not null,
  primary key (account, domain)
);

-- The names that are suspended, or cancelled at the end of their period, and how they were before.
create table domain_suspension (
  account     text not null references reseller_account on delete cascade,
  domain      text not null,
  kind        text not null check (kind in ('SUSPENDED', 'CANCELLED')),
  since       timestamptz not null,
  mode_before text,
  mode_set    text not null,
  -- whether we put the name on hold
  hold_set    boolean not null default false,
  order_id    uuid not null references provisioning_order on delete cascade,
  primary key (account, domain)
);

-- What the owner of a name was last told of it, so that each change is told once.
create table domain_told (
  account      text not null,
  domain       text not null,
  status       text not null,
  -- null where the name has no lock, or none is known
  locked       boolean,
  -- null if none of ours is known
  renewal_mode text,
  -- the end of the period, and how many of its notices were given; null if it is not known
  expires_at   timestamptz,
  notices      int not null,
  primary key (account, domain),
  foreign key (account, domain) references stored_domain on delete cascade
);

-- What a registry wanted to know of a name beyond its contacts, kept for the next order for it.
create table kept_additional_field (
  account      text not null,
  domain       text not null,
  parameter    text not null,
  value_sealed bytea not null,
  -- the order that they were kept of: they are about the registrant that it has
  order_id     uuid not null references provisioning_order on delete cascade,
  primary key (account, domain, parameter)
);
create index kept_additional_field_order on kept_additional_field (order_id);

-- Whose names are they: a client, a group of clients or a billing login, for each account and name.
create table domain_owner (
  account text not null,
  -- in ASCII form
  domain  text not null,
  owner   text not null,
  since   timestamptz not null,
  primary key (account, domain)
);
create index domain_owner_domain on domain_owner (domain);
create index domain_owner_owner on domain_owner (owner);

-- Whose they became, and how; nothing is ever changed or deleted here.
create table domain_owner_change (
  id       bigint generated always as identity primary key,
  account  text not null,
  domain   text not null,
  former   text,
  -- null: nobody's
  owner    text,
  how      text not null
    check (how in ('IMPORTED', 'ORDERED', 'HANDED_OVER', 'GROUPED', 'CAME_BACK', 'CLIENT_REMOVED')),
  -- login that did it; null if nobody did
  by       text,
  order_id uuid,
  reason   text,
  at       timestamptz not null
);
create index domain_owner_change_domain on domain_owner_change (domain, account, id);

-- A dispute in which the registrant of a name must not change. Those that were lifted stay here.
create table domain_hold (
  number         bigint generated always as identity primary key,
  domain         text not null,
  domain_unicode text not null,
  kind           text not null check (kind in ('UDRP', 'URS', 'TDRP', 'COURT')),
  reference      text not null,
  set_by         text not null,
  set_at         timestamptz not null,
  lifted_by      text,
  lifted_at      timestamptz,
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index one_hold on domain_hold (domain) where lifted_at is null;

-- Outgoing transfers
-- ------------------

-- Requests of others for names that are here: one row for each request, one open at a time for each name.
create table outgoing_transfer (
  id                uuid primary key,
  account           text not null references reseller_account on delete cascade,
  domain            text not null,
  found_at          timestamptz not null,
  -- null if the registrar does not state it
  requested_at      timestamptz,
  gaining_registrar text,
  to_other_account  boolean not null default false,
  -- when the registry lets the name go if nobody answers, and whether the registrar states that
  executes_at       timestamptz not null,
  executes_stated   boolean not null default false,
  state             text not null check (state in ('OPEN', 'GONE', 'STAYED')),
  ended_at          timestamptz,
  -- null as long as nobody has answered, and for good if nobody does
  answer            text check (answer in ('APPROVE', 'DENY')),
  -- why it is denied; the proof may be about people
  reason            text,
  -- login of the person; null if the policy has answered
  answered_by       text,
  answered_at       timestamptz,
  -- when the registrar took the answer
  sent_at           timestamptz,
  -- when the holder was told by mail
  holder_told_at    timestamptz,
  -- what the registrar said when it refused an answer, for people
  problem           text,
  -- sections that a look has found otherwise than they are wanted
  found_differing   text[] not null default '{}',
  -- when the name was registered or transferred last; null as long as that is not known
  name_since        timestamptz,
  -- a request that the registrar no longer shows may have been carried out without the name having
  -- left yet: since when it is not shown says how long that is waited for
  unlisted_since    timestamptz,
  check ((state = 'OPEN') = (ended_at is null)),
  check ((answer is null) = (answered_at is null))
);
-- the list of requests is read latest first
create index outgoing_transfer_latest on outgoing_transfer (found_at, id);
create index outgoing_transfer_of_name on outgoing_transfer (account, domain, found_at);
create unique index outgoing_transfer_open on outgoing_transfer (account, domain) where state = 'OPEN';

-- Each answer to a request of somebody else for a name, as it was given. Rows are added, and none is changed
-- but for what the
-- registrar has said to it. The request itself has the answer that stands.
create table outgoing_transfer_answer (
  id            uuid primary key,
  -- in the order in which they were given
  number        bigint generated always as identity,
  transfer_id   uuid not null references outgoing_transfer on delete cascade,
  answer        text not null check (answer in ('APPROVE', 'DENY')),
  -- why it is denied; the proof may be about people
  reason        text,
  proof_sealed  bytea,
  -- login of the person; null if the policy has answered
  answered_by   text,
  answered_at   timestamptz not null,
  -- an approval that counts only once a second person has approved, too
  awaits_second boolean not null default false,
  -- when the registrar was last told and had nothing to answer, although its list has the request
  tried_at      timestamptz,
  tries         int not null default 0,
  -- when the registrar took it
  sent_at       timestamptz,
  -- when it turned out that it was not taken, and the registrar's words, for people
  refused_at    timestamptz,
  refusal       text
);
create index outgoing_transfer_answer_of_transfer on outgoing_transfer_answer (transfer_id, number);

-- Links in mails to holders of names: each is good for one answer.
create table holder_link (
  -- SHA-256 of what the link has; it stands nowhere else
  token_hash  bytea primary key,
  matter      text not null check (matter in ('AUTH_CODE', 'OUTGOING_TRANSFER')),
  account     text not null references reseller_account on delete cascade,
  domain      text not null,
  -- the order or the process that wants the answer
  subject     text not null,
  valid_until timestamptz not null,
  used_at     timestamptz,
  choice      text
);
create index holder_link_subject on holder_link (matter, subject);

-- Consents of registrants
-- -----------------------

-- What was agreed to. Evidence, which outlives the order and the account: it refers to neither.
create table consent_record (
  id               uuid primary key,
  -- the order in which they came
  number           bigint generated always as identity,
  account          text not null,
  domain           text not null,
  domain_unicode   text not null,
  order_reference  text not null,
  -- who placed that order: its login may see it
  login            text not null,
  side             text not null check (side in ('PRIOR', 'NEW')),
  kind             text not null check (kind in ('CONSENT', 'OPT_OUT')),
  agent            text not null,
  basis            text not null,
  text_version     text not null,
  evidence         text not null,
  channel          text not null check (channel in ('ORDER', 'TASK', 'STANDING')),
  recorded_by      text not null,
  given_at         timestamptz not null,
  recorded_at      timestamptz not null,
  -- of the data that was agreed to
  fingerprint      text not null,
  -- the standing authorisation it was made from
  authorization_id uuid,
  check ((authorization_id is not null) = (channel = 'STANDING'))
);
create index consent_record_authorization on consent_record (authorization_id)
  where authorization_id is not null;
create index consent_record_domain on consent_record (domain);

-- What ended: because other data was agreed to later, or because it was taken back.
create table consent_end (
  consent_id uuid primary key references consent_record,
  state      text not null check (state in ('VOID', 'REVOKED')),
  ended_at   timestamptz not null,
  reason     text not null,
  -- null where nobody did it, but a rule
  ended_by   text
);

create function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are evidence: they are added and never changed or deleted', tg_table_name;
end $$;
create trigger consent_record_stays before update or delete or truncate on consent_record
  for each statement execute function refuse_change_of_evidence();
create trigger consent_end_stays before update or delete or truncate on consent_end
  for each statement execute function refuse_change_of_evidence();

-- What registrants of an account have agreed to beforehand.
create table standing_authorization (
  id              uuid primary key,
  number          bigint generated always as identity,
  account         text not null references reseller_account on delete cascade,
  side            text not null check (side in ('PRIOR', 'NEW')),
  basis           text not null,
  text_version    text not null,
  valid_from      timestamptz not null,
  -- null for no end
  valid_until     timestamptz,
  opt_out_of_lock boolean not null,
  recorded_by     text not null,
  recorded_at     timestamptz not null,
  revoked_at      timestamptz,
  revoked_by      text,
  check (valid_until > valid_from),
  check ((revoked_at is null) = (revoked_by is null))
);
create index standing_authorization_account on standing_authorization (account);

-- API clients and webhooks
-- ------------------------

-- Programs that use the order API under a login of their own, client/<name>.
create table api_client (
  name                text primary key check (name ~ '^[a-z0-9][a-z0-9-]{1,30}$'),
  description         text not null,
  -- names, or * alone for all
  accounts            text[] not null check (cardinality(accounts) > 0),
  operations          text[] not null check (cardinality(operations) > 0),
  -- null for as many as everybody
  requests_per_minute int check (requests_per_minute > 0),
  state               text not null check (state in ('ACTIVE', 'DISABLED')),
  created_at          timestamptz not null,
  -- one shop may have several programs: their names are the group's
  client_group        text,
  -- when it got other rights, another group, or was enabled again
  changed_at          timestamptz,
  -- null for as many as everybody
  open_orders         int check (open_orders > 0)
);

-- What they log in with. The secret part is nowhere: it is as random as its hash.
create table api_client_token (
  id            text primary key,
  client        text not null references api_client on delete cascade,
  secret_sha256 bytea not null check (octet_length(secret_sha256) = 32),
  created_at    timestamptz not null,
  -- null for never
  expires_at    timestamptz,
  -- to the minute
  last_used_at  timestamptz
);
create index api_client_token_client on api_client_token (client);

-- Which API clients may send consents of registrants with their orders, and by which version of the
-- text that the customers of their shop agree to. One in force for each client; those that were
-- taken back stay.
create table client_consent_right (
  number       bigint generated always as identity primary key,
  client       text not null references api_client on delete cascade,
  text_version text not null,
  given_by     text not null,
  given_at     timestamptz not null,
  revoked_by   text,
  revoked_at   timestamptz,
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index one_consent_right on client_consent_right (client) where revoked_at is null;

-- Addresses of billing systems that want to be told what happens to their orders.
create table webhook_endpoint (
  id            uuid primary key,
  -- login whose events it gets
  owner         text not null,
  url           text not null,
  -- null for all types
  types         text[],
  description   text,
  state         text not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
  -- why we have disabled it, for people
  reason        text,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  -- since when no try has succeeded, and what went wrong last; null while all is well
  failing_since timestamptz,
  last_error    text,
  -- nothing is sent to what belongs to a login that must not be used
  owner_active  boolean not null default true,
  -- whether anything is sent to it at present
  open          boolean not null generated always as (state = 'ACTIVE' and owner_active) stored,
  -- of its last try: when it began, and whether the answer took long
  last_tried_at timestamptz,
  slow          boolean not null default false
);
create index webhook_endpoint_owner_idx on webhook_endpoint (owner);

-- The secrets that what is sent to an endpoint is signed with: the newest, and for a while the one before.
create table webhook_secret (
  id            uuid primary key,
  endpoint_id   uuid not null references webhook_endpoint on delete cascade,
  secret_sealed bytea not null,
  created_at    timestamptz not null,
  -- null for the newest
  valid_until   timestamptz
);
create index webhook_secret_endpoint_id_idx on webhook_secret (endpoint_id);

-- What happened, as it is told; written in the transaction in which it happened.
create table webhook_event (
  id          uuid primary key,
  type        text not null,
  occurred_at timestamptz not null,
  -- sent as it is: the signature is over its bytes
  body        text not null
);
create index webhook_event_occurred_at_idx on webhook_event (occurred_at);

-- One event on its way to one endpoint.
create table webhook_delivery (
  id           uuid default gen_random_uuid() primary key,
  -- the order they are listed in
  seq          bigint generated always as identity,
  endpoint_id  uuid not null references webhook_endpoint on delete cascade,
  event_id     uuid not null references webhook_event on delete cascade,
  state        text not null check (state in ('PENDING', 'DELIVERED', 'EXHAUSTED')),
  -- tries since it was announced or sent again
  tries        int not null default 0,
  next_try_at  timestamptz,
  -- while a node is trying: who, and until when nobody else may
  lease        uuid,
  leased_until timestamptz,
  finished_at  timestamptz
);
create index webhook_delivery_endpoint_id_idx on webhook_delivery (endpoint_id) where lease is not null;
create index webhook_delivery_endpoint_id_seq_idx on webhook_delivery (endpoint_id, seq);
create index webhook_delivery_event_id_idx on webhook_delivery (event_id);
-- in the order in which they are sent, so that a long backlog need not be sorted each time
create index webhook_delivery_pending on webhook_delivery (endpoint_id, next_try_at, seq)
  where state = 'PENDING';

-- What came of each try.
create table webhook_try (
  delivery_id uuid not null references webhook_delivery on delete cascade,
  number      int not null,
  at          timestamptz not null,
  millis      int not null,
  -- null if there was no answer
  status      int,
  -- what went wrong, for people; null if nothing did
  error       text,
  primary key (delivery_id, number)
);

-- Imports of names
-- ----------------

-- An import: the names that an account has already, compared with a billing system's list of them.
create table names_import (
  id            uuid primary key,
  account       text not null references reseller_account on delete cascade,
  -- whether the names stay unknown here, so that the report is all that comes of it
  dry_run       boolean not null,
  -- whose list it was given; null without one
  list_format   text check (list_format in ('WHMCS', 'BLESTA', 'PLAIN')),
  login         text not null,
  state         text not null check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
  -- why it failed, for people
  reason        text,
  started_at    timestamptz not null,
  ended_at      timestamptz,
  list_rows     int not null,
  -- how far it is; null until it is known how much there is to do
  names         int,
  look_ups      int,
  look_ups_done int,
  contacts      int,
  contacts_done int,
  owner         text
);
create index names_import_account on names_import (account, started_at);
create unique index names_import_running on names_import (account) where state = 'RUNNING';

-- What it has found, for as long as it is kept.
create table names_import_finding (
  import_id uuid not null references names_import on delete cascade,
  n         int not null,
  domain    text not null,
  kind      text not null,
  line      int,
  billing   text,
  registrar text,
  cure      text not null,
  primary key (import_id, n)
);

-- The billing system's list, while the import runs.
create table names_import_row (
  import_id  uuid not null references names_import on delete cascade,
  line       int not null,
  -- as it was written where it is no name
  domain     text not null,
  standing   text not null
    check (standing in ('BILLED', 'PENDING', 'NOT_RENEWED', 'ENDED', 'LEFT', 'NO_NAME')),
  -- what the billing system says of it, for people
  said       text not null,
  expires_on date,
  due_on     date,
  -- what of the row cannot be read, for people
  problem    text,
  primary key (import_id, line)
);

-- What the registrar states of the names, while the import runs.
create table names_import_name (
  import_id    uuid not null references names_import on delete cascade,
  domain       text not null,
  -- null until it is known
  here         boolean,
  status       text,
  -- as the registrar writes it
  renewal_mode text,
  expires_at   timestamptz,
  paid_until   timestamptz,
  charged_at   timestamptz,
  -- whether it has to be looked up by itself, and was
  to_look_up   boolean not null,
  looked_up    boolean not null default false,
  -- where it is instead, or why the registrar does not say, for people
  remark       text,
  primary key (import_id, domain)
);

-- The contacts of the names, without their data.
create table names_import_contact (
  import_id uuid not null references names_import on delete cascade,
  domain    text not null,
  role      text not null check (role in ('OWNER', 'ADMIN', 'TECH', 'BILLING')),
  handle    text not null,
  primary key (import_id, domain, role, handle)
);

-- Whether these contacts are complete.
create table names_import_handle (
  import_id uuid not null references names_import on delete cascade,
  handle    text not null,
  -- names of the members that it lacks; null until it was looked at
  missing   text[],
  remark    text,
  primary key (import_id, handle)
);

-- Figures
-- -------

-- Days that are over do not change: they are counted once, and orders are looked at for later ones only.
create table figures_counted (
  only_row boolean default true primary key check (only_row),
  -- the first day that is not; null before there is one
  before   date
);
insert into figures_counted default values;

-- Orders by the day on which they ended.
create table figures_orders (
  -- in UTC
  day       date not null,
  operation text not null,
  account   text not null,
  tld       text not null,
  status    text not null,
  reason    text,
  code      int,
  orders    int not null
);
create index figures_orders_day on figures_orders (day);

-- How long completed orders took: so many in each class of times, and no single ones.
create table figures_times (
  day       date not null,
  operation text not null,
  part      text not null check (part in ('TOTAL', 'PEOPLE', 'REGISTRAR', 'OWN')),
  class     smallint not null,
  orders    int not null
);
create index figures_times_day on figures_times (day);

-- Orders by the day on which they were placed, counted once the day is over, as those that ended are.
create table figures_placed (
  -- in UTC
  day       date not null,
  operation text not null,
  account   text not null,
  tld       text not null,
  orders    int not null
);
create index figures_placed_day on figures_placed (day);

-- What the registrar has booked for orders, by the day of the booking. A booking is often found days
-- after its day: so each is added once, whenever it comes, and those that are not yet are read one by one.
create table figures_charged (
  -- in UTC
  day       date not null,
  operation text not null,
  account   text not null,
  tld       text not null,
  currency  text not null,
  amount    numeric not null,
  bookings  int not null,
  primary key (day, operation, account, tld, currency)
);

-- How often activities of processes were carried out on days that are over, and how long that took.
create table activity_day (
  day            date not null,
  proc_def_id    text not null,
  activity       text not null,
  -- of the logarithm of the duration: those of one class differ by a quarter at most
  duration_class int not null,
  finished       int not null,
  cancelled      int not null,
  millis         bigint not null,
  primary key (proc_def_id, day, activity, duration_class)
);

-- The clock of a demonstration
-- ----------------------------

-- How far the clock of a demonstration is ahead of real time; empty in production.
create table clock_offset (
  only_row boolean default true primary key check (only_row),
  millis   bigint not null
);
