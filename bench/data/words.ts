/** The parts that names are made of, with how the Chinese ones sound, so that the rows can be searched as real ones are. */

type Word = readonly [written: string, sound: string]

const cities: Word[] = [
  ['上海', 'shang hai'],
  ['北京', 'bei jing'],
  ['深圳', 'shen zhen'],
  ['广州', 'guang zhou'],
  ['杭州', 'hang zhou'],
  ['苏州', 'su zhou'],
  ['南京', 'nan jing'],
  ['成都', 'cheng du'],
  ['武汉', 'wu han'],
  ['青岛', 'qing dao'],
  ['宁波', 'ning bo'],
  ['常州', 'chang zhou'],
  ['无锡', 'wu xi'],
  ['厦门', 'xia men'],
  ['天津', 'tian jin'],
  ['西安', 'xi an'],
]

const stems: Word[] = [
  ['恒达', 'heng da'],
  ['瑞丰', 'rui feng'],
  ['华信', 'hua xin'],
  ['远航', 'yuan hang'],
  ['金鼎', 'jin ding'],
  ['博雅', 'bo ya'],
  ['天成', 'tian cheng'],
  ['明德', 'ming de'],
  ['嘉禾', 'jia he'],
  ['东来', 'dong lai'],
  ['众合', 'zhong he'],
  ['新锐', 'xin rui'],
  ['长青', 'chang qing'],
  ['凯旋', 'kai xuan'],
  ['安泰', 'an tai'],
  ['鼎盛', 'ding sheng'],
  ['星河', 'xing he'],
  ['立群', 'li qun'],
  ['宏图', 'hong tu'],
  ['启明', 'qi ming'],
  ['云帆', 'yun fan'],
  ['正和', 'zheng he'],
  ['百川', 'bai chuan'],
  ['海纳', 'hai na'],
]

const trades: Word[] = [
  ['精密机械', 'jing mi ji xie'],
  ['电子', 'dian zi'],
  ['新能源', 'xin neng yuan'],
  ['包装', 'bao zhuang'],
  ['光学', 'guang xue'],
  ['医疗器械', 'yi liao qi xie'],
  ['软件', 'ruan jian'],
  ['食品', 'shi pin'],
  ['纺织', 'fang zhi'],
  ['化工', 'hua gong'],
  ['汽车零部件', 'qi che ling bu jian'],
  ['物流', 'wu liu'],
]

const surnames: Word[] = [
  ['王', 'wang'],
  ['李', 'li'],
  ['张', 'zhang'],
  ['刘', 'liu'],
  ['陈', 'chen'],
  ['杨', 'yang'],
  ['赵', 'zhao'],
  ['黄', 'huang'],
  ['周', 'zhou'],
  ['吴', 'wu'],
  ['徐', 'xu'],
  ['孙', 'sun'],
]

const givenNames: Word[] = [
  ['伟', 'wei'],
  ['芳', 'fang'],
  ['娜', 'na'],
  ['敏', 'min'],
  ['静', 'jing'],
  ['强', 'qiang'],
  ['磊', 'lei'],
  ['洋', 'yang'],
  ['艳', 'yan'],
  ['勇', 'yong'],
  ['志明', 'zhi ming'],
  ['晓东', 'xiao dong'],
  ['雪梅', 'xue mei'],
  ['建国', 'jian guo'],
  ['子涵', 'zi han'],
  ['雨桐', 'yu tong'],
]

const subjects: Word[] = [
  ['采购', 'cai gou'],
  ['扩容', 'kuo rong'],
  ['改造', 'gai zao'],
  ['年度框架', 'nian du kuang jia'],
  ['二期', 'er qi'],
  ['续约', 'xu yue'],
]

const latin = {
  latinStems: 'Harbour Northwind Alpine Corvus Meridian Bluestone Larkfield Orion Castell Fjord Sable Verde'.split(' '),
  latinTrades: 'Tools Optics Foods Motors Systems Textiles Energy Packaging Pharma Logistics'.split(' '),
  latinForms: ['Ltd', 'GmbH', 'Inc', 'S.p.A.', 'B.V.', 'AB'],
  firstNames: 'Maria Jonas Aisha Peter Lucía Tom Ingrid Ravi Claire Mateo Sofia Daniel'.split(' '),
  lastNames: 'Fischer Rossi Novak Silva Andersson Dubois Walker Haddad Jensen Moreau Keller Ortiz'.split(' '),
  latinSubjects: ['rollout', 'renewal', 'expansion', 'pilot', 'upgrade', 'framework order'],
}

const both = (name: string, words: Word[]) => ({
  [name]: words.map(([written]) => written),
  [`${name}Pinyin`]: words.map(([, sound]) => sound.replaceAll(' ', '')),
  [`${name}Initials`]: words.map(([, sound]) => sound.replaceAll(/(\w)\w* ?/g, '$1')),
})

/** One array per column of `bench.words`. */
export const words: Record<string, string[]> = {
  ...both('cities', cities),
  ...both('stems', stems),
  ...both('trades', trades),
  ...both('surnames', surnames),
  ...both('givenNames', givenNames),
  ...both('subjects', subjects),
  ...latin,
}
