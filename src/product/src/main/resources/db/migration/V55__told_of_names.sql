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
  notices      integer not null,
  primary key (account, domain),
  foreign key (account, domain) references stored_domain on delete cascade
);
