-- One mark for all that is counted of days that are over. They are counted anew, so that orders and activities are at
-- the same day.
drop table activity_day_next;
truncate activity_day, figures_orders, figures_times;
update figures_counted set before = null;
