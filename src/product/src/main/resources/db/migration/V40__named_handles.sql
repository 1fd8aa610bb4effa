-- Which handles orders have named: they are looked for, too, when an order names one.
create index order_contact_named_handle on order_contact (handle) where handle is not null;
