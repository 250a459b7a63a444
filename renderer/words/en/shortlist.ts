export const shortlist = {
  keep: 'Keep',
  kept: 'Kept',
  /** Read aloud: what the button keeps. */
  keepName: '{{word}}: {{name}}',
  title: 'Your list',
  plan: 'Plan my walk',
};
