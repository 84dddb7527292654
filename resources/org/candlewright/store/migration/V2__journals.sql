create table journal (
  run_id varchar(40) not null,
  first_sequence bigint not null,
  last_sequence bigint not null,
  crc32c bigint not null,
  payload binary large object not null,
  primary key (run_id, first_sequence)
);
