export const announcements = {
  title: 'Announcement',
  all: 'Announcements',
  close: 'Close',
  inLanguage: 'In {{language}}',
  more_one: '+{{count}} more',
  more_other: '+{{count}} more',
};
