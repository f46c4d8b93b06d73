/** What stands in a row where the other system has no words of its own. */
export const translationWords = {
  cancelled: 'Cancelled by the clinic',
  validity: { 'low-creatinine-no-gravity': 'low creatinine, gravity not reported' },
  titleOf: (service: string): string => (service === '' ? '' : `${service[0]?.toUpperCase() ?? ''}${service.slice(1)} session`),
};
