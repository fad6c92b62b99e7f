// Loaded into every child of the launcher by --import: the child ends when the launcher does, kill -9 included.
const PATIENCE_MS = 8_000;

process.channel?.unref();
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), PATIENCE_MS).unref();
});
