import { Link, useNavigate } from '@tanstack/react-router';
import { ChooseFile } from '#features/imports/ChooseFile.tsx';
import { importsWords as words } from '#features/imports/imports-words.ts';
import { Steps } from '#features/imports/Steps.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';

/** The first step of bringing a file in. */
export function NewImportPage() {
  const navigate = useNavigate();
  return (
    <>
      <title>Bring in a file · Cairn</title>
      <PageHeader eyebrow={<Link to="/imports">{words.back}</Link>} title={words.newTitle} />
      <Steps at={1} />
      <ChooseFile onKept={(importId) => void navigate({ to: '/imports/$importId', params: { importId } })} />
    </>
  );
}
