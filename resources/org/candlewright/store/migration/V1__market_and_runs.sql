create table instrument (
  name varchar(80) primary key,
  base varchar(20) not null,
  quote varchar(20) not null,
  tick varchar(40) not null,
  lot varchar(40) not null,
  min_notional varchar(40),
  buyer_pays_in_base boolean not null,
  maintenance_rate varchar(40) not null,
  simulated boolean not null
);
create table series (
  id bigint generated always as identity primary key,
  instrument varchar(80) not null,
  what varchar(10) not null,
  timeframe_millis bigint not null,
  tick varchar(40) not null,
  volume_digits int not null,
  quote_volume boolean not null,
  row_count bigint not null,
  first_millis bigint not null,
  last_millis bigint not null,
  gaps bigint not null,
  source varchar(400) not null,
  unique (instrument, what, timeframe_millis)
);
create table block (
  series_id bigint not null references series(id) on delete cascade,
  first_millis bigint not null,
  last_millis bigint not null,
  rows_in_block int not null,
  crc32c bigint not null,
  payload binary large object not null,
  primary key (series_id, first_millis)
);
create table run (
  id varchar(40) primary key,
  stored_order bigint generated always as identity,
  name varchar(400) not null,
  mode varchar(10) not null,
  strategy varchar(200) not null,
  instruments varchar(20000) not null,
  from_millis bigint not null,
  to_millis bigint not null,
  net_profit varchar(60) not null,
  trades bigint not null
);
create table run_file (
  run_id varchar(40) not null references run(id) on delete cascade,
  file varchar(40) not null,
  payload binary large object not null,
  primary key (run_id, file)
);
