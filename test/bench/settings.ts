/** As a server in earnest would be set: what is measured includes making it last. */
export const SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  work_mem: '64MB',
  max_wal_size: '16GB',
  autovacuum: 'off', // It would fall into some runs and not into others.
};
