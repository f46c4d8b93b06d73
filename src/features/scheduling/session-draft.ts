import type { InputOf } from '#contract/endpoint.ts';
import type { Contract } from '#contract/index.ts';
import { services, type Service } from '#domain/attendance/delivered-minutes.ts';

/** What a meeting and a single session are asked alike, as it is typed. */
export type SessionDraft = {
  readonly service: Service;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breakMinutes: string;
  readonly telehealth: boolean;
  readonly collectsScreens: boolean;
  /** Empty is nobody yet. */
  readonly leaderId: string;
};

/** Sessions that a program holds itself. Mutual help is the client's own and is told by them. */
export const ownServices: readonly Service[] = services.filter((one) => one !== 'mutual-help');

export const newSessionDraft = (wanted: Partial<SessionDraft> = {}): SessionDraft => ({
  service: 'group',
  title: '',
  startsAt: '09:00',
  endsAt: '12:00',
  breakMinutes: '0',
  telehealth: false,
  collectsScreens: true,
  leaderId: '',
  ...wanted,
});

type Fields = Pick<
  InputOf<Contract['sessions']['add']>,
  'service' | 'title' | 'startsAt' | 'endsAt' | 'breakMinutes' | 'telehealth' | 'collectsScreens' | 'leaderId'
>;

export const sessionInput = (draft: SessionDraft): Fields => ({
  service: draft.service,
  title: draft.title,
  startsAt: draft.startsAt,
  endsAt: draft.endsAt,
  breakMinutes: draft.breakMinutes.trim() === '' ? 0 : Number(draft.breakMinutes),
  telehealth: draft.telehealth,
  collectsScreens: draft.collectsScreens,
  leaderId: draft.leaderId === '' ? null : draft.leaderId,
});

export const sessionFieldNames = ['service', 'title', 'startsAt', 'endsAt', 'breakMinutes', 'leaderId'] as const;
