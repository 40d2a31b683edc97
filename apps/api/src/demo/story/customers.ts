/**
 * Customers of the sample company: invented names, unassigned numbers, example.com addresses. `since` in days before loading.
 * The last one is the first one entered again by a colleague, so that the warning of a likely duplicate can be seen.
 */
import type { Label } from '@rapport/domain/field/kinds.ts'
import { readTable } from './table.ts'

export type DemoCustomer = {
  key: string
  kind: 'company' | 'person'
  name: Label
  short: Label
  industry: string | null
  region: Label
  city: Label
  employees: number | null
  source: string
  owner: string
  since: number
}

// city in Chinese and English | region in Chinese and English
const places = new Map(
  readTable(`
常州 | Changzhou | 江苏 | Jiangsu
上海 | Shanghai | 上海 | Shanghai
绍兴 | Shaoxing | 浙江 | Zhejiang
苏州 | Suzhou | 江苏 | Jiangsu
宁波 | Ningbo | 浙江 | Zhejiang
合肥 | Hefei | 安徽 | Anhui
芜湖 | Wuhu | 安徽 | Anhui
湖州 | Huzhou | 浙江 | Zhejiang
南通 | Nantong | 江苏 | Jiangsu
金华 | Jinhua | 浙江 | Zhejiang
杭州 | Hangzhou | 浙江 | Zhejiang
嘉兴 | Jiaxing | 浙江 | Zhejiang
丽水 | Lishui | 浙江 | Zhejiang
马鞍山 | Ma'anshan | 安徽 | Anhui
台州 | Taizhou | 浙江 | Zhejiang
温州 | Wenzhou | 浙江 | Zhejiang
扬州 | Yangzhou | 江苏 | Jiangsu
镇江 | Zhenjiang | 江苏 | Jiangsu
无锡 | Wuxi | 江苏 | Jiangsu
南京 | Nanjing | 江苏 | Jiangsu
`).map(([zh = '', en = '', regionZh = '', regionEn = '']) => [
    en,
    { city: { zh, en }, region: { zh: regionZh, en: regionEn } },
  ]),
)
const nowhere = { city: { zh: '', en: '' }, region: { zh: '', en: '' } }

// key | name | English name | short name | English short name | industry (none: a person) | city | employees | source | owner | since
const rows = readTable(`
lanzhun | 常州蓝隼新能源科技有限公司 | Changzhou Bluehawk New Energy Co., Ltd | 蓝隼新能源 | Bluehawk Energy | energy | Changzhou | 780 | exhibition | lin | 610
luyu | 上海鹿屿生物科技有限公司 | Shanghai Deer Isle Biotech Co., Ltd | 鹿屿生物 | Deer Isle Bio | pharma | Shanghai | 320 | referral | lin | 540
zhiyun | 绍兴织云坊纺织股份有限公司 | Shaoxing Cloudloom Textile Corp. | 织云坊 | Cloudloom | textiles | Shaoxing | 1450 | website | he | 880
ziyuan | 昆山梓垣精密机械有限公司 | Kunshan Ziyuan Precision Machinery Co., Ltd | 梓垣精密 | Ziyuan Precision | machinery | Suzhou | 260 | exhibition | he | 700
mulan | 宁波沐岚食品有限公司 | Ningbo Mistwood Foods Co., Ltd | 沐岚食品 | Mistwood Foods | food | Ningbo | 540 | phone | he | 800
qiongshi | 合肥穹石半导体材料有限公司 | Hefei Skystone Semiconductor Materials Co., Ltd | 穹石半导体 | Skystone | semiconductor | Hefei | 410 | website | lin | 230
qiaojian | 芜湖桥见汽车零部件有限公司 | Wuhu Bridgeview Auto Parts Co., Ltd | 桥见汽车 | Bridgeview Auto | automotive | Wuhu | 620 | exhibition | chen | 350
zhibai | 苏州知白光学有限公司 | Suzhou Plainlight Optics Co., Ltd | 知白光学 | Plainlight | optics | Suzhou | 180 | referral | chen | 320
anxu | 湖州安叙医疗器械有限公司 | Huzhou Anxu Medical Devices Co., Ltd | 安叙医疗 | Anxu Medical | medical | Huzhou | 150 | website | chen | 290
haisui | 南通海穗粮油有限公司 | Nantong Seagrain Oils Co., Ltd | 海穗粮油 | Seagrain | food | Nantong | 300 | phone | gu | 260
baisui | 金华百穗包装有限公司 | Jinhua Hundred Ears Packaging Co., Ltd | 百穗包装 | Hundred Ears | packaging | Jinhua | 210 | field | gu | 240
qinghe | 杭州青禾里餐饮管理有限公司 | Hangzhou Greenfield Lane Catering Co., Ltd | 青禾里餐饮 | Greenfield Lane | catering | Hangzhou | 460 | website | zhao | 120
mutang | 嘉兴木棠家居有限公司 | Jiaxing Rosewood Home Co., Ltd | 木棠家居 | Rosewood Home | furniture | Jiaxing | 330 | exhibition | chen | 310
yunlu | 丽水云麓制药有限公司 | Lishui Cloudhill Pharma Co., Ltd | 云麓制药 | Cloudhill | pharma | Lishui | 240 | referral | zhao | 130
yanchi | 马鞍山砚池化工有限公司 | Ma'anshan Inkpool Chemicals Co., Ltd | 砚池化工 | Inkpool | chemicals | Ma'anshan | 520 | field | gu | 200
lishi | 台州砾石铸造有限公司 | Taizhou Gravel Foundry Co., Ltd | 砾石铸造 | Gravel Foundry | metals | Taizhou | 190 | website | zhao | 35
jingluo | 温州鲸落鞋业有限公司 | Wenzhou Whalefall Footwear Co., Ltd | 鲸落鞋业 | Whalefall | textiles | Wenzhou | 880 | phone | gu | 90
banmu | 扬州半亩茶业有限公司 | Yangzhou Half Acre Tea Co., Ltd | 半亩茶业 | Half Acre Tea | food | Yangzhou | 60 | website | lin | 60
yisu | 镇江一粟酿造有限公司 | Zhenjiang Single Grain Brewing Co., Ltd | 一粟酿造 | Single Grain | food | Zhenjiang | 110 | referral | gu | 160
tuoyan | 无锡拓砚电子有限公司 | Wuxi Tuoyan Electronics Co., Ltd | 拓砚电子 | Tuoyan | electronics | Wuxi | 270 | website | zhao | 75
hengmo | 南京衡墨仪器有限公司 | Nanjing Evenink Instruments Co., Ltd | 衡墨仪器 | Evenink | optics | Nanjing | 140 | exhibition | lin | 850
songyan | 杭州松烟文创有限公司 | Hangzhou Pinesmoke Studio Co., Ltd | 松烟文创 | Pinesmoke | entertainment | Hangzhou | 45 | website | zhao | 140
beidou | 宁波北渡船舶设备有限公司 | Ningbo Northferry Marine Co., Ltd | 北渡船舶 | Northferry | machinery | Ningbo | 390 | exhibition | he | 920
lvzhou | 苏州绿洲涂料有限公司 | Suzhou Oasis Coatings Co., Ltd | 绿洲涂料 | Oasis Coatings | chemicals | Suzhou | 340 | phone | chen | 870
fengqi | 无锡风栖重工有限公司 | Wuxi Windrest Heavy Industry Co., Ltd | 风栖重工 | Windrest | machinery | Wuxi | 960 | referral | lin | 1060
yinian | 上海一念美业管理有限公司 | Shanghai Onethought Beauty Co., Ltd | 一念美业 | Onethought | services | Shanghai | 220 | website | he | 780
xingchen | 合肥星尘储能有限公司 | Hefei Stardust Storage Co., Ltd | 星尘储能 | Stardust | energy | Hefei | 500 | exhibition | lin | 810
caisang | 湖州采桑丝绸有限公司 | Huzhou Mulberry Silk Co., Ltd | 采桑丝绸 | Mulberry Silk | textiles | Huzhou | 280 | field | he | 990
gujin | 芜湖古井坊酒业有限公司 | Wuhu Old Well Spirits Co., Ltd | 古井坊 | Old Well | food | Wuhu | 170 | phone | gu | 330
mingche | 金华鸣澈卫浴有限公司 | Jinhua Clearsong Sanitary Co., Ltd | 鸣澈卫浴 | Clearsong | furniture | Jinhua | 310 | website | chen | 280
haiyan | 南通海堰纺织有限公司 | Nantong Seawall Textiles Co., Ltd | 海堰纺织 | Seawall | textiles | Nantong | 640 | referral | gu | 770
tianji | 绍兴天霁印染有限公司 | Shaoxing Clearsky Dyeing Co., Ltd | 天霁印染 | Clearsky | textiles | Shaoxing | 720 | exhibition | he | 900
zhuyi | 常州逐翼无人机有限公司 | Changzhou Wingchase Drones Co., Ltd | 逐翼无人机 | Wingchase | electronics | Changzhou | 130 | website | zhao | 110
yunshan | 台州云杉模具有限公司 | Taizhou Spruce Tooling Co., Ltd | 云杉模具 | Spruce Tooling | machinery | Taizhou | 95 | field | chen | 190
pingjiang | 苏州平江里酒店管理有限公司 | Suzhou Pingjiang Lane Hotels Co., Ltd | 平江里酒店 | Pingjiang Lane | catering | Suzhou | 350 | referral | he | 830
mojia | 嘉兴墨家智造有限公司 | Jiaxing Mohist Automation Co., Ltd | 墨家智造 | Mohist | machinery | Jiaxing | 205 | website | chen | 220
zhouyuan | 周予安 | Yuan Zhou | 周予安 | Yuan Zhou |  | Hangzhou |  | website | lin | 20
yezhiqiu | 叶知秋 | Zhiqiu Ye | 叶知秋 | Zhiqiu Ye |  | Hangzhou |  | referral | zhao | 210
jiyue | 纪月 | Yue Ji | 纪月 | Yue Ji |  | Shanghai |  | phone | he | 170
rongzhai | 镇江容斋建筑设计有限公司 | Zhenjiang Rongzhai Architects Co., Ltd | 容斋设计 | Rongzhai | services | Zhenjiang | 80 | referral | gu | 300
lansun | 常州市蓝隼新能源科技公司 | Bluehawk New Energy Ltd. | 蓝隼科技 | Bluehawk | energy | Changzhou |  | phone | gu | 12
`)

export const customers: readonly DemoCustomer[] = rows.map(
  ([
    key = '',
    zh = '',
    en = '',
    shortZh = '',
    shortEn = '',
    industry = '',
    city = '',
    employees,
    source = '',
    owner = '',
    since,
  ]) => ({
    key,
    kind: industry ? 'company' : 'person',
    name: { zh, en },
    short: { zh: shortZh, en: shortEn },
    industry: industry || null,
    ...(places.get(city) ?? nowhere),
    employees: employees ? Number(employees) : null,
    source,
    owner,
    since: Number(since),
  }),
)
