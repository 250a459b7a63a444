import type { Language } from '../localised.ts';

/** Frequent characters that the two scripts write differently, in pairs: the traditional one and the simplified one. */
const pairs =
  '這这個个們们來来時时會会國国說说對对開开學学於于動动過过進进經经種种麼么將将兩两體体當当從从現现與与應应關关樣样機机問问實实點点業业為为電电員员長长無无話话務务報报設设計计處处' +
  '區区變变論论師师資资術术專专門门場场單单價价優优級级華华東东車车間间題题類类備备際际稱称擔担產产積积習习範范練练營营導导續续軟软邏逻輯辑測测試试網网絡络維维護护職职歡欢責责團团' +
  '隊队協协調调負负語语數数據据庫库環环園园灣湾衛卫藝艺視视覺觉驅驱圓圆碼码號号獎奖獲获還还給给讓让誰谁請请讀读寫写聽听見见認认識识記记錄录訂订購购買买賣卖運运輸输飛飞義义議议選选' +
  '舉举戰战爭争軍军權权縣县鄉乡鎮镇樓楼層层館馆燈灯橋桥鐵铁銀银錢钱銷销財财貨货費费貿贸貸贷賬账險险額额總总統统領领頭头腦脑臉脸龍龙鳥鸟魚鱼馬马萬万億亿歲岁紅红綠绿藍蓝黃黄顏颜節节' +
  '藥药醫医療疗養养愛爱親亲戶户離离緊紧張张強强彈弹歸归嗎吗簡简寬宽廳厅廚厨擊击擴扩擇择攝摄錯错鍵键鎖锁鏈链陽阳陰阴陸陆隨随難难雙双雜杂靈灵靜静頁页預预顯显願愿風风飯饭驗验髒脏麗丽' +
  '齊齐齡龄齒齿圖图壓压壞坏壯壮聲声夠够奪夺婦妇媽妈孫孙寧宁審审尋寻屬属帶带幫帮慶庆態态憶忆懷怀戲戏掃扫採采掛挂揮挥損损換换搶抢擁拥擬拟擾扰斷断暫暂曉晓條条極极構构歐欧殘残殺杀沒没' +
  '況况決决淨净滅灭溫温滿满漁渔潔洁澤泽濟济濕湿灑洒災灾烏乌煉炼煩烦熱热燒烧牆墙獨独獻献瑪玛瑣琐畢毕畫画異异盡尽盤盘監监矚瞩礙碍禮礼禱祷禿秃稅税穩稳窮穷競竞筆笔築筑籌筹紀纪約约純纯' +
  '紙纸細细終终組组結结絕绝絲丝綜综緒绪線线編编緩缓縮缩織织繪绘繼继罰罚羅罗聯联聖圣聞闻肅肃脫脱腳脚膚肤興兴舊旧艦舰蘇苏虛虚蟲虫補补裝装複复規规觀观觸触訊讯訓训託托許许評评詞词詢询' +
  '該该詳详誤误課课談谈證证譜谱譯译譽誉讚赞貝贝貢贡貧贫貴贵賓宾賞赏賠赔賦赋質质賽赛趕赶跡迹踐践輔辅輕轻輪轮轉转辦办農农遞递遠远遲迟遷迁鄰邻釋释針针釣钓鈴铃鋼钢鍋锅鏡镜鑽钻閉闭閱阅' +
  '隱隐頂顶項项順顺須须頓顿頻频顆颗飲饮飾饰驚惊鳴鸣鹽盐';

const onlyTraditional = new Set([...pairs].filter((_, at) => at % 2 === 0));
const onlySimplified = new Set([...pairs].filter((_, at) => at % 2 === 1));

/**
 * The language of a text, by its characters: Chinese where Han is more than a tenth of its letters, of the script that has more of its own.
 * @param preferred where nothing tells the two scripts apart
 */
export function guessLanguage(text: string, preferred: 'zh-Hant' | 'zh-Hans' = 'zh-Hant'): Language {
  let [han, letters, balance] = [0, 0, 0];
  for (const character of text) {
    if (!/\p{L}/u.test(character)) continue;
    letters += 1;
    if (!/\p{Script=Han}/u.test(character)) continue;
    han += 1;
    if (onlyTraditional.has(character)) balance += 1;
    else if (onlySimplified.has(character)) balance -= 1;
  }
  if (han * 10 <= letters) return 'en';
  if (balance === 0) return preferred;
  return balance > 0 ? 'zh-Hant' : 'zh-Hans';
}
