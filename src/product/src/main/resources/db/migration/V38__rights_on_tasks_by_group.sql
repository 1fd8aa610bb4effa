-- Rights on a task come from its candidate groups alone (TaskRights). The engine has given them to everybody, too, whom an
-- open task was ever assigned to, and left them there when it was taken back.
do $$
begin
  if to_regclass('act_ru_authorization') is not null then
    delete from act_ru_authorization
    where type_ = 1 and resource_type_ = 7 and user_id_ is not null and resource_id_ <> '*';
  end if;
end
$$;
