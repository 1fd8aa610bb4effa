-- Whoever began to answer a request, and took too long, must not end what somebody else has begun since.
alter table idempotent_reply add column holder uuid;
