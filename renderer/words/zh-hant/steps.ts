import type { Words } from '../en.ts';

export const steps: Words['steps'] = {
  sentence: '{{clause}}。',
  joined: '{{first}}，然後{{second}}',
  ordinals: '一 二 三 四 五 六 七 八 九',
  setOff: {
    screen: {
      ahead: '繞過這部機向前直走',
      left: '向左手邊走',
      right: '向右手邊走',
      around: '轉身向前走',
    },
    door: {
      ahead: '背向{{place}}直走',
      left: '背向{{place}}往左走',
      right: '背向{{place}}往右走',
      around: '繞到{{place}}後面',
    },
    floor: {
      ahead: '離開{{place}}後直走',
      left: '離開{{place}}後往左走',
      right: '離開{{place}}後往右走',
      around: '離開{{place}}後往回走',
    },
    towards: '往{{place}}方向走',
    unknown: '沿地圖上的線走',
  },
  turn: {
    landmark: { left: '在{{place}}左轉', right: '在{{place}}右轉' },
    end: { left: '走到盡頭左轉', right: '走到盡頭右轉' },
    nth: { left: '在左邊第{{nth}}個路口左轉', right: '在右邊第{{nth}}個路口右轉' },
    many: { left: '在左邊第 {{count}} 個路口左轉', right: '在右邊第 {{count}} 個路口右轉' },
  },
  side: { left: '左邊的', right: '右邊的', ahead: '前面的' },
  change: {
    up: {
      lift: '乘{{side}}升降機上到{{floor}}',
      escalator: '乘{{side}}扶手電梯上到{{floor}}',
      stairs: '走{{side}}樓梯上到{{floor}}',
    },
    down: {
      lift: '乘{{side}}升降機下到{{floor}}',
      escalator: '乘{{side}}扶手電梯下到{{floor}}',
      stairs: '走{{side}}樓梯下到{{floor}}',
    },
  },
  arrive: {
    nth: { left: '左邊第{{nth}}個展位就是{{place}}', right: '右邊第{{nth}}個展位就是{{place}}' },
    side: { left: '左邊就是{{place}}', right: '右邊就是{{place}}', ahead: '前面就是{{place}}' },
  },
  place: {
    stand: ' {{label}} 展位',
    company: ' {{label}} {{name}}',
    named: '{{name}}',
    namedStage: '{{name}}',
    stage: '舞台',
    room: '房間',
    entrance: '入口',
    toilet: '洗手間',
    lift: '升降機',
    escalator: '扶手電梯',
    stairs: '樓梯',
    ramp: '斜道',
    'first-aid': '急救站',
    food: '餐飲區',
    cloakroom: '衣帽間',
    information: '詢問處',
    kiosk: '自助服務機',
  },
  time: { short: '不到一分鐘', about_one: '約 {{count}} 分鐘', about_other: '約 {{count}} 分鐘' },
};
