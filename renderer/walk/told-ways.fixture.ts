import type { Language } from '../../domain/localised.ts';

/** Ways of the sample event in words: written by the kiosk, read by people against the plan. */
export const toldWays: readonly {
  readonly from: string;
  readonly to: string;
  readonly stepFree: boolean;
  readonly words: Readonly<Record<Language, readonly string[]>>;
}[] = [
  {
    from: 'kiosk-1',
    to: 'stand-c03',
    stepFree: false,
    words: {
      en: [
        'Turn around and walk on, then turn left at the entrance.',
        'Turn left at the end.',
        'Turn right at the stairs.',
        'The third stand on your right is C03, Harbour Silicon.',
      ],
      'zh-Hant': [
        '轉身向前走，然後在入口左轉。',
        '走到盡頭左轉。',
        '在樓梯右轉。',
        '右邊第三個展位就是 C03 海港晶片。',
      ],
      'zh-Hans': ['转身直走，然后在入口左转。', '走到尽头左转。', '在楼梯右转。', '右侧第三个展位就是 C03 海港芯片。'],
    },
  },
  {
    from: 'kiosk-2',
    to: 'stand-a07',
    stepFree: false,
    words: {
      en: [
        'Go straight ahead, past this screen, then turn right at the end.',
        'Turn left at the information desk.',
        'Turn right at the Forum stage.',
        'The second stand on your left is A07, Harbour Silicon.',
      ],
      'zh-Hant': [
        '繞過這部機向前直走，然後走到盡頭右轉。',
        '在詢問處左轉。',
        '在論壇舞台右轉。',
        '左邊第二個展位就是 A07 海港晶片。',
      ],
      'zh-Hans': [
        '绕过这台机器直走，然后走到尽头右转。',
        '在问讯处左转。',
        '在论坛舞台右转。',
        '左侧第二个展位就是 A07 海港芯片。',
      ],
    },
  },
  {
    from: 'kiosk-3',
    to: 'stand-e05',
    stepFree: false,
    words: {
      en: [
        'Go straight ahead, past this screen, then turn right at the end.',
        'The first stand on your left is E05, Harbour Silicon.',
      ],
      'zh-Hant': ['繞過這部機向前直走，然後走到盡頭右轉。', '左邊第一個展位就是 E05 海港晶片。'],
      'zh-Hans': ['绕过这台机器直走，然后走到尽头右转。', '左侧第一个展位就是 E05 海港芯片。'],
    },
  },
  {
    from: 'kiosk-4',
    to: 'stand-d01',
    stepFree: false,
    words: {
      en: [
        'Turn around and walk on, then turn right at the entrance.',
        'Turn left at the end.',
        'Turn right at the stairs.',
        'Turn left at stand D02.',
        'The second stand on your right is D01, Harbour Silicon.',
      ],
      'zh-Hant': [
        '轉身向前走，然後在入口右轉。',
        '走到盡頭左轉。',
        '在樓梯右轉。',
        '在 D02 展位左轉。',
        '右邊第二個展位就是 D01 海港晶片。',
      ],
      'zh-Hans': [
        '转身直走，然后在入口右转。',
        '走到尽头左转。',
        '在楼梯右转。',
        '在 D02 展位左转。',
        '右侧第二个展位就是 D01 海港芯片。',
      ],
    },
  },
  {
    from: 'kiosk-1',
    to: 'stage',
    stepFree: false,
    words: {
      en: [
        'Turn around and walk on, then turn left at the entrance.',
        'Turn left at the end.',
        'Turn right at the stairs.',
        'Turn right at the end.',
        'On your left you find the Forum stage.',
      ],
      'zh-Hant': [
        '轉身向前走，然後在入口左轉。',
        '走到盡頭左轉。',
        '在樓梯右轉。',
        '走到盡頭右轉。',
        '左邊就是論壇舞台。',
      ],
      'zh-Hans': [
        '转身直走，然后在入口左转。',
        '走到尽头左转。',
        '在楼梯右转。',
        '走到尽头右转。',
        '左侧就是论坛舞台。',
      ],
    },
  },
  {
    from: 'kiosk-2',
    to: 'workshop-1',
    stepFree: false,
    words: {
      en: [
        'Go straight ahead, past this screen, then turn left at the end.',
        'Take the stairs on your left up to Upper floor.',
        'From the stairs, go right.',
        'Turn left at the escalator.',
        'On your right you find Workshop 1.',
      ],
      'zh-Hant': [
        '繞過這部機向前直走，然後走到盡頭左轉。',
        '走左邊的樓梯上到上層。',
        '離開樓梯後往右走。',
        '在扶手電梯左轉。',
        '右邊就是工作坊一。',
      ],
      'zh-Hans': [
        '绕过这台机器直走，然后走到尽头左转。',
        '走左侧的楼梯上到上层。',
        '出楼梯后向右走。',
        '在自动扶梯左转。',
        '右侧就是工作坊一。',
      ],
    },
  },
  {
    from: 'kiosk-3',
    to: 'workshop-2',
    stepFree: true,
    words: {
      en: [
        'Go straight ahead, past this screen, then turn left at the end.',
        'Take the lift on your left up to Upper floor.',
        'From the lift, go right.',
        'Turn left at the escalator.',
        'On your right you find Workshop 2.',
      ],
      'zh-Hant': [
        '繞過這部機向前直走，然後走到盡頭左轉。',
        '乘左邊的升降機上到上層。',
        '離開升降機後往右走。',
        '在扶手電梯左轉。',
        '右邊就是工作坊二。',
      ],
      'zh-Hans': [
        '绕过这台机器直走，然后走到尽头左转。',
        '乘左侧的电梯上到上层。',
        '出电梯后向右走。',
        '在自动扶梯左转。',
        '右侧就是工作坊二。',
      ],
    },
  },
  {
    from: 'kiosk-1',
    to: 'toilet-east',
    stepFree: false,
    words: {
      en: [
        'Turn around and walk on, then turn left at the entrance.',
        'Turn right at the end.',
        'Turn left at the end.',
        'On your right you find the toilets.',
      ],
      'zh-Hant': ['轉身向前走，然後在入口左轉。', '走到盡頭右轉。', '走到盡頭左轉。', '右邊就是洗手間。'],
      'zh-Hans': ['转身直走，然后在入口左转。', '走到尽头右转。', '走到尽头左转。', '右侧就是洗手间。'],
    },
  },
  {
    from: 'stand-c03',
    to: 'stand-b06',
    stepFree: false,
    words: {
      en: [
        'With your back to stand C03, go right.',
        'Turn left at stand B05.',
        'The first stand on your right is B06, Harbour Silicon.',
      ],
      'zh-Hant': ['背向 C03 展位往右走。', '在 B05 展位左轉。', '右邊第一個展位就是 B06 海港晶片。'],
      'zh-Hans': ['背对 C03 展位向右走。', '在 B05 展位左转。', '右侧第一个展位就是 B06 海港芯片。'],
    },
  },
  {
    from: 'stand-a02',
    to: 'interviews',
    stepFree: false,
    words: {
      en: ['With your back to stand A02, go left.', 'Straight ahead you find Interview rooms.'],
      'zh-Hant': ['背向 A02 展位往左走。', '前面就是面試室。'],
      'zh-Hans': ['背对 A02 展位向左走。', '正前方就是面试室。'],
    },
  },
  {
    from: 'workshop-1',
    to: 'stand-e07',
    stepFree: false,
    words: {
      en: [
        'With your back to Workshop 1, go left.',
        'Turn right at the end.',
        'Turn left at Quiet room.',
        'Take the escalator on your left down to Ground floor.',
        'From the escalator, go left.',
        'The first stand on your left is E07, Harbour Silicon.',
      ],
      'zh-Hant': [
        '背向工作坊一往左走。',
        '走到盡頭右轉。',
        '在安靜休息室左轉。',
        '乘左邊的扶手電梯下到地面層。',
        '離開扶手電梯後往左走。',
        '左邊第一個展位就是 E07 海港晶片。',
      ],
      'zh-Hans': [
        '背对工作坊一向左走。',
        '走到尽头右转。',
        '在安静休息室左转。',
        '乘左侧的自动扶梯下到地面层。',
        '出自动扶梯后向左走。',
        '左侧第一个展位就是 E07 海港芯片。',
      ],
    },
  },
  {
    from: 'quiet-room',
    to: 'cafe',
    stepFree: true,
    words: {
      en: [
        'With your back to Quiet room, go right.',
        'Take the lift on your left down to Ground floor.',
        'From the lift, go right.',
        'Turn left at the end.',
        'On your right you find the Café.',
      ],
      'zh-Hant': [
        '背向安靜休息室往右走。',
        '乘左邊的升降機下到地面層。',
        '離開升降機後往右走。',
        '走到盡頭左轉。',
        '右邊就是咖啡室。',
      ],
      'zh-Hans': [
        '背对安静休息室向右走。',
        '乘左侧的电梯下到地面层。',
        '出电梯后向右走。',
        '走到尽头左转。',
        '右侧就是咖啡厅。',
      ],
    },
  },
];
