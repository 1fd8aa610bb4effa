-- Orders that give a name another registrant.
create table order_registrant_change (
  order_id              uuid primary key references provisioning_order on delete cascade,
  -- what was ordered, beside the new registrant
  wished_mode           text check (wished_mode in
    ('LOCK_AT_ONCE', 'WAIT_WITHOUT_LOCK', 'WAIT_THEN_LOCK', 'ASK')),
  given_consents        jsonb not null default '[]',
  requested_by          text,
  wished_lock           boolean,
  -- what the name was like before, the prior registrant's data included
  prior_handle          text,
  prior_registrant      jsonb,
  changed_fields        text[] not null default '{}',
  looks_like_correction boolean not null default false,
  changed_by_zone       text,
  repository            text,
  price_class           text,
  locked_before         boolean,
  -- the policy's terms
  consents_needed       boolean not null default false,
  chosen_mode           text check (chosen_mode in
    ('LOCK_AT_ONCE', 'WAIT_WITHOUT_LOCK', 'WAIT_THEN_LOCK')),
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
  withdrawn_for         text check (withdrawn_for in ('CALLER', 'AGENT', 'DEADLINE')),
  ended                 text check (ended in ('EXECUTED', 'DECLINED', 'LAPSED', 'FAILED', 'WITHDRAWN'))
);

-- Who has had a hand in an order: they may not consent for a registrant.
create table order_preparer (
  order_id uuid not null references provisioning_order on delete cascade,
  login    text not null,
  primary key (order_id, login)
);
