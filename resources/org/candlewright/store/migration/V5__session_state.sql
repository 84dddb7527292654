create table session_state (
  run_id varchar(40) not null primary key,
  last_sequence bigint not null,
  program_version varchar(40) not null,
  crc32c bigint not null,
  payload binary large object not null
);
