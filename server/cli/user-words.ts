const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' or ');

export const userUsage = `cairn user add --email ADDRESS --name NAME --role ROLE --program NAME
cairn user end --email ADDRESS`;

export const userWords = {
  needed: (option: string) => `Say --${option}.\n${userUsage}`,
  notAnEmail: 'That is no e-mail address.',
  unknownRole: (roles: readonly string[]) => `The role is one of ${roles.join(', ')}.`,
  unknownProgram: (name: string, names: readonly string[]) =>
    names.length === 0 ? 'There is no program yet.' : `There is no program "${name}". There is ${listed(names)}.`,
  taken: 'Somebody signs in with this e-mail already. End their access first, or use another e-mail.',
  invited: (name: string, link: string) => `${name} chooses a password here, once, within seven days:\n${link}`,
  ended: (email: string) => `${email} can’t sign in any more.`,
  nobody: (email: string) => `Nobody has the e-mail ${email}.`,
};
