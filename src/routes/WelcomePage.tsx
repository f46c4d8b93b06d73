import { PageHeader } from '#ui/PageHeader.tsx';

/** Home of the administrator, who opens no client’s chart. */
export function WelcomePage() {
  return (
    <>
      <title>Cairn</title>
      <PageHeader title="Welcome to Cairn" />
      <p>
        Administrators open no client’s chart. Programs, sites, groups and closures are planned under Sessions, and files of other systems
        come in under Imports. People and rules are set up from the command line for now: see docs/operations.md.
      </p>
    </>
  );
}
