/** The written way. Clauses begin small; one or two make a sentence. */
export const steps = {
  sentence: '{{clause}}.',
  joined: '{{first}}, then {{second}}',
  /** From the first to the ninth; nobody counts further. */
  ordinals: 'first second third fourth fifth sixth seventh eighth ninth',
  setOff: {
    screen: {
      ahead: 'go straight ahead, past this screen',
      left: 'go to your left',
      right: 'go to your right',
      around: 'turn around and walk on',
    },
    door: {
      ahead: 'with your back to {{place}}, go straight ahead',
      left: 'with your back to {{place}}, go left',
      right: 'with your back to {{place}}, go right',
      around: 'go round {{place}}',
    },
    floor: {
      ahead: 'from {{place}}, go straight ahead',
      left: 'from {{place}}, go left',
      right: 'from {{place}}, go right',
      around: 'from {{place}}, go back the other way',
    },
    towards: 'walk towards {{place}}',
    unknown: 'follow the line on the map',
  },
  turn: {
    landmark: { left: 'turn left at {{place}}', right: 'turn right at {{place}}' },
    end: { left: 'turn left at the end', right: 'turn right at the end' },
    nth: { left: 'take the {{nth}} way on your left', right: 'take the {{nth}} way on your right' },
    many: {
      left: 'take the way on your left, number {{count}}',
      right: 'take the way on your right, number {{count}}',
    },
  },
  side: { left: 'on your left', right: 'on your right', ahead: 'straight ahead' },
  change: {
    up: {
      lift: 'take the lift {{side}} up to {{floor}}',
      escalator: 'take the escalator {{side}} up to {{floor}}',
      stairs: 'take the stairs {{side}} up to {{floor}}',
    },
    down: {
      lift: 'take the lift {{side}} down to {{floor}}',
      escalator: 'take the escalator {{side}} down to {{floor}}',
      stairs: 'take the stairs {{side}} down to {{floor}}',
    },
  },
  arrive: {
    nth: { left: 'the {{nth}} stand on your left is {{place}}', right: 'the {{nth}} stand on your right is {{place}}' },
    side: {
      left: 'on your left you find {{place}}',
      right: 'on your right you find {{place}}',
      ahead: 'straight ahead you find {{place}}',
    },
  },
  place: {
    stand: 'stand {{label}}',
    company: '{{label}}, {{name}}',
    named: '{{name}}',
    namedStage: 'the {{name}}',
    stage: 'the stage',
    room: 'the room',
    entrance: 'the entrance',
    toilet: 'the toilets',
    lift: 'the lift',
    escalator: 'the escalator',
    stairs: 'the stairs',
    ramp: 'the ramp',
    'first-aid': 'first aid',
    food: 'the food counter',
    cloakroom: 'the cloakroom',
    information: 'the information desk',
    kiosk: 'the kiosk',
  },
  time: {
    short: 'less than a minute',
    about_one: 'about {{count}} minute',
    about_other: 'about {{count}} minutes',
  },
};
