export const hall = {
  floors: 'Floor',
  floor: { ground: 'Ground floor', up: 'Floor {{number}}', down: 'Basement {{number}}' },
  changeTo: {
    lift: 'Lift to {{floor}}',
    escalator: 'Escalator to {{floor}}',
    stairs: 'Stairs to {{floor}}',
  },
  zoomIn: 'Closer',
  zoomOut: 'Further away',
  whole: 'Whole hall',
  turn: 'Turn the map',
  stepFree: 'Without stairs',
  noStepFree: 'No way without stairs is drawn on the plan. Ask a member of staff.',
  found_one: '{{count}} place found',
  found_other: '{{count}} places found',
  /** Read aloud where arrow keys lead from place to place. */
  cursor: '{{place}}. Arrow keys lead on, Enter chooses.',
};
