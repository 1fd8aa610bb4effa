-- What a name costs and what has to be agreed to before it is bought; handles instead of contact data.

alter table provisioning_order
  -- the most the customer pays for a name with a price of its own
  add column accepted_amount     numeric,
  add column accepted_currency   text,
  -- what the registrar asked at the last look; null for a name at the price of its zone
  add column price_class         text,
  add column quoted_amount       numeric,
  add column quoted_currency     text,
  add column renewal_amount      numeric,
  add column renewal_currency    text,
  -- what was paid, as far as the registrar said so
  add column paid_amount         numeric,
  add column paid_currency       text,
  add column application         text,
  -- the trademark notice that applies, and what the customer accepted
  add column claim_key           text,
  add column notice_id           text,
  add column notice_hash         text,
  add column notice_created_at   timestamptz,
  add column notice_expires_at   timestamptz,
  add column accepted_notice_id  text,
  add column notice_accepted_at  timestamptz,
  -- what the registrar refused: parts of the order, and its own words
  add column refused_parts       text[] not null default '{}',
  add column refusal             text;

-- The text of a claims notice names the holders of trademarks.
create table order_claims_notice (
  order_id uuid primary key references provisioning_order on delete cascade,
  text     text not null
);

alter table order_contact
  -- the registrar's handle for this data
  add column registrar_handle text,
  -- the registrar has been asked for one since
  add column handle_tried_at  timestamptz;

-- Handles that were made for an order; one that nothing needs any more is deleted at the registrar.
create table order_contact_handle (
  order_id    uuid not null references provisioning_order on delete cascade,
  handle      text not null,
  released_at timestamptz,
  primary key (order_id, handle)
);
create index unreleased_contact_handle on order_contact_handle (order_id) where released_at is null;

alter table reseller_account
  add column admin_handle   text,
  add column tech_handle    text,
  add column billing_handle text;
