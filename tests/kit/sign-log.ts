import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/** Types how many cups were read, looks at the rows that would be signed, and signs them. Answers what the review showed. */
export async function signLog(user: UserEvent, counted: number): Promise<string> {
  await user.keyboard(`{Control>}{Enter}{/Control}${counted}{Enter}`);
  const review = await screen.findByRole('dialog', { name: /^Sign th/ });
  const shown = review.textContent;
  await user.click(within(review).getByRole('button', { name: /^Sign \d+ result/ }));
  return shown;
}
