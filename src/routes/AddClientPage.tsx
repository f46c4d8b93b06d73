import { useNavigate } from '@tanstack/react-router';
import { addWords } from '#features/clients/add-words.ts';
import { AddClient } from '#features/clients/AddClient.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';

/** A new chart. What is typed stays on the page until it is written. */
export function AddClientPage() {
  const navigate = useNavigate();
  return (
    <>
      <title>Add a client · Cairn</title>
      <PageHeader eyebrow={addWords.eyebrow} title={addWords.title} />
      <AddClient onAdded={(clientId) => void navigate({ to: '/clients/$clientId/record', params: { clientId } })} />
    </>
  );
}
