import type { Catalogue } from '../../domain/catalogue.ts';
import type { EventDetails } from '../../domain/event.ts';

/** For tests: a small event, whose workshop has 50 seats. */
export function createSampleCatalogue(changes: Partial<EventDetails> = {}): Catalogue {
  return {
    event: {
      id: 'event-1',
      name: { en: 'Career day' },
      days: [{ date: '2025-05-30', opens: '10:00', closes: '18:00' }],
      timeZone: 'Asia/Hong_Kong',
      country: 'HK',
      languages: ['en'],
      venue: { name: { en: 'Hall' } },
      theme: { accent: '#123456' },
      organiser: { name: { en: 'Organiser' }, contact: 'organiser@event.example' },
      collectionStatement: { en: 'We keep it for 30 days.' },
      retention: { registrationDays: 30, talentPoolDays: 365 },
      functions: [],
      interests: [],
      kiosks: [],
      sealingKey: 'A'.repeat(43),
      ...changes,
    },
    companies: [{ id: 'acme', name: { en: 'Acme' }, stands: [] }],
    jobs: [{ id: 'J1', company: 'acme', languages: [], skills: [], title: { en: 'Engineer' }, text: { en: 'Work' } }],
    sessions: [
      {
        id: 'forum-1',
        kind: 'forum',
        speakers: [],
        start: '2025-05-30T10:00',
        end: '2025-05-30T11:00',
        title: { en: 'Forum' },
      },
      {
        id: 'workshop-1',
        kind: 'workshop',
        speakers: [],
        start: '2025-05-30T12:00',
        end: '2025-05-30T13:00',
        capacity: 50,
        title: { en: 'Workshop' },
      },
    ],
  };
}
