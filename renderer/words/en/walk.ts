export const walk = {
  title: 'Your walk',
};
