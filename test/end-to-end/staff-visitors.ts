import type { Registration } from '../../domain/registration.ts';

const hant = { surnames: ['陳', '林', '黃', '歐陽', '梁'], given: ['大文', '美玲', '志明', '慧珊', '家豪'] };
const hans = { surnames: ['张', '刘', '赵', '孙', '吴'], given: ['晓明', '建国', '丽华', '伟', '静'] };
const latin = {
  surnames: ['Featherstonehaugh', 'Nguyễn', 'García', "O'Neill", 'Kowalski'],
  given: ['Maximiliana', 'Minh Khai', 'José', 'Aoife', 'Zbigniew'],
};

/** Every pair of a surname and a given name. */
function combine({ surnames, given }: typeof hant, join: (surname: string, name: string) => string): string[] {
  return surnames.flatMap((surname) => given.map((name) => join(surname, name)));
}

export function visitorNamed(
  name: Registration['name'],
  email: string,
  changes: Partial<Registration> = {},
): Registration {
  return {
    language: 'zh-Hant',
    name,
    contact: { kind: 'email', value: email },
    status: 'student',
    field: '電子工程',
    interests: [],
    talentPool: 'private',
    consent: true,
    ...changes,
  };
}

const scripts = [
  ...combine(hant, (surname, name) => surname + name).map((own) => ({ own, latin: '' })),
  ...combine(hans, (surname, name) => surname + name).map((own) => ({ own, latin: '' })),
  ...combine(latin, (surname, name) => `${name} ${surname}`).map((latinName) => ({ own: '', latin: latinName })),
];
const timesEach = 4;

/** 300 visitors, four of each name, in three scripts. */
export const manyVisitors: readonly Registration[] = Array.from({ length: timesEach }, (_, time) =>
  scripts.map((name, place) =>
    visitorNamed(name, `visitor-${String(time)}-${String(place)}@example.com`, {
      status: (['student', 'graduate', 'experienced'] as const)[place % 3] ?? 'student',
      field: place % 2 === 0 ? '電子工程' : 'Integrated circuit design',
    }),
  ),
).flat();
