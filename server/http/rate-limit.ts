/** Carries the address of whoever asks, written by the server itself and never taken from outside. */
export const peerHeader = 'x-cairn-peer';

/** The address that tries to sign in are counted by. */
export const peerOf = (request: Request): string => request.headers.get(peerHeader) ?? '127.0.0.1';

/** A request with the address that it came from, whatever it says of itself. */
export function withPeer(request: Request, address: string | undefined): Request {
  const headers = new Headers(request.headers);
  headers.set(peerHeader, address ?? '127.0.0.1');
  return new Request(request, { headers });
}

const perMinute = { window: 60, max: 60 };

/** How often one address may try to sign in, counted in the database so that every server counts alike. */
export const signInRateLimit = {
  enabled: true,
  storage: 'database' as const,
  modelName: 'sign_in_rate',
  ...perMinute,
  customRules: { '/sign-in/email': perMinute },
};
