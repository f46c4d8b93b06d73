import { PageHeader } from '#ui/PageHeader.tsx';

/** Home of the administrator, who sees no client data. */
export function WelcomePage() {
  return (
    <>
      <title>Cairn</title>
      <PageHeader title="Welcome to Cairn" />
      <p>Administrators see no client data. Programs, people and rules are set up from the command line for now: see docs/operations.md.</p>
    </>
  );
}
