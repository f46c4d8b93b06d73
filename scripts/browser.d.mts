export function installedBrowser(): string | null;
export function browser(): string;

export function browserEnvironment(): NodeJS.ProcessEnv;
