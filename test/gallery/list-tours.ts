import { staffTour } from './tours/staff.ts';
import { technicianTour } from './tours/technician.ts';
import { visitorTour } from './tours/visitor.ts';
import type { Tour } from './tour.ts';

export const tours: readonly Tour[] = [visitorTour, staffTour, technicianTour];
