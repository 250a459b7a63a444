import type { Session } from '../../session.ts';

const workshop =
  /work-?shop|hands[ -]?on|tutorial|training|clinic|boot ?camp|\blab\b|hackathon|工作坊|實習|实习|實操|实操|培訓|培训|動手|动手|訓練營|训练营/i;
const forum =
  /forum|panel|keynote|plenary|round ?table|summit|debate|symposium|ceremony|podium|論壇|论坛|座談|座谈|圓桌|圆桌|主題演講|主题演讲|峰會|峰会|典禮|典礼|開幕|开幕|研討會|研讨会/i;

/** The kind of a session from the words with which its programme sorts it; null when they tell none. */
export function readKind(words: string): Session['kind'] | null {
  if (workshop.test(words)) return 'workshop';
  if (forum.test(words)) return 'forum';
  return /talk|lecture|presentation|speech|vortrag|演講|演讲|講座|讲座|分享/i.test(words) ? 'talk' : null;
}
