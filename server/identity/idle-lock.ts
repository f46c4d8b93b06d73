/** After so many minutes without a request or a key, the page and the session lock. */
export const idleMinutes = 10;
