export const staffEntry = {
  open: 'Staff',
  mode: 'Staff mode',
  hint: 'Your two-digit number, then your six-digit PIN. Or scan your staff badge.',
  typed_one: '{{count}} of 8 digits typed',
  typed_other: '{{count}} of 8 digits typed',
  leaving_one: 'Staff mode closes in {{count}} second. Touch to stay.',
  leaving_other: 'Staff mode closes in {{count}} seconds. Touch to stay.',
};
