import type { Words } from '../en.ts';

export const steps: Words['steps'] = {
  sentence: '{{clause}}。',
  joined: '{{first}}，然后{{second}}',
  ordinals: '一 二 三 四 五 六 七 八 九',
  setOff: {
    screen: {
      ahead: '绕过这台机器直走',
      left: '往您的左手边走',
      right: '往您的右手边走',
      around: '转身直走',
    },
    door: {
      ahead: '背对{{place}}直走',
      left: '背对{{place}}向左走',
      right: '背对{{place}}向右走',
      around: '绕到{{place}}后面',
    },
    floor: {
      ahead: '出{{place}}后直走',
      left: '出{{place}}后向左走',
      right: '出{{place}}后向右走',
      around: '出{{place}}后往回走',
    },
    towards: '朝{{place}}方向走',
    unknown: '沿着地图上的线走',
  },
  turn: {
    landmark: { left: '在{{place}}左转', right: '在{{place}}右转' },
    end: { left: '走到尽头左转', right: '走到尽头右转' },
    nth: { left: '在左侧第{{nth}}个路口左转', right: '在右侧第{{nth}}个路口右转' },
    many: { left: '在左侧第 {{count}} 个路口左转', right: '在右侧第 {{count}} 个路口右转' },
  },
  side: { left: '左侧的', right: '右侧的', ahead: '前方的' },
  change: {
    up: {
      lift: '乘{{side}}电梯上到{{floor}}',
      escalator: '乘{{side}}自动扶梯上到{{floor}}',
      stairs: '走{{side}}楼梯上到{{floor}}',
    },
    down: {
      lift: '乘{{side}}电梯下到{{floor}}',
      escalator: '乘{{side}}自动扶梯下到{{floor}}',
      stairs: '走{{side}}楼梯下到{{floor}}',
    },
  },
  arrive: {
    nth: { left: '左侧第{{nth}}个展位就是{{place}}', right: '右侧第{{nth}}个展位就是{{place}}' },
    side: { left: '左侧就是{{place}}', right: '右侧就是{{place}}', ahead: '正前方就是{{place}}' },
  },
  place: {
    stand: ' {{label}} 展位',
    company: ' {{label}} {{name}}',
    named: '{{name}}',
    namedStage: '{{name}}',
    stage: '舞台',
    room: '房间',
    entrance: '入口',
    toilet: '洗手间',
    lift: '电梯',
    escalator: '自动扶梯',
    stairs: '楼梯',
    ramp: '坡道',
    'first-aid': '急救站',
    food: '餐饮区',
    cloakroom: '衣帽间',
    information: '问讯处',
    kiosk: '自助服务机',
  },
  time: { short: '不到一分钟', about_one: '约 {{count}} 分钟', about_other: '约 {{count}} 分钟' },
};
