export const kioskSettings = {
  open: 'Printer and place',
  title: 'What the hub tells kiosk {{kiosk}}',
  note: 'The kiosk takes it over as soon as nobody is at it. What stands in its own kiosk.json wins.',
  place: 'Where it stands on the plan',
  printer: 'Printer “{{id}}”: address',
  addressNote: 'empty: as its own kiosk.json says',
  model: 'Printer “{{id}}”: model',
  modelNote: 'an id such as epson-tm-m30iii; empty: the usual one',
  wrongAddress: 'Write an address such as tcp://192.168.1.50, ipp://HOST/ipp/print, usb:/dev/usb/lp0 or queue:NAME.',
  wrongModel: 'A model’s id has small letters, digits and dashes, such as epson-tm-m30iii.',
  save: 'Tell the kiosk',
  saved: 'Told. The kiosk takes it over as soon as nobody is at it.',
};
