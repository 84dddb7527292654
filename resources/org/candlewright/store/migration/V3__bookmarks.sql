-- No reference to run: making a run again replaces its row, and its bookmarks are to outlive that.
create table bookmark (
  run_id varchar(40) not null,
  time_millis bigint not null,
  note varchar(2000) not null,
  primary key (run_id, time_millis)
);
