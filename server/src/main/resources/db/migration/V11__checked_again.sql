-- What exactly a simulation was asked, so that whoever asks the same finds the answer; empty for runs from before.
alter table model_run add column asked text not null default '';
