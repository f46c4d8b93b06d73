/** Where the stories are told: a port of their own, so that a demonstration may run beside them. */
export const port = Number(process.env['CAIRN_STORIES_PORT'] ?? 4390);
export const base = `http://localhost:${port}`;
