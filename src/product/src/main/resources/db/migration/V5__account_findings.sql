-- What the daily check has found wrong with a reseller account, while it lasts.
create table account_finding (
  account   text not null references reseller_account on delete cascade,
  kind      text not null check (kind in ('LOGIN', 'BALANCE', 'RENEWAL_MODE', 'NAMES')),
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
