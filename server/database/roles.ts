/** Owns every table and function. Whoever installs Cairn may let it sign in; Cairn itself doesn't. */
export const ownerRole = 'cairn_owner';

/** The role that every request works under. It owns nothing, bypasses nothing and can't sign in by itself. */
export const appRole = 'cairn_app';

/** The role that may look up who somebody is: it reads and writes the sign-in tables, and sees no client. */
export const signInRole = 'cairn_sign_in';
