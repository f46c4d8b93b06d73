import type { AnalyteRow, AnalyteSource } from './analyte-rows.ts';
import { opioidAnalytes } from './opioid-analytes.ts';

/** What a drug belongs to, for what has to follow when it is detected. */
export const analyteFamilies = ['opioid', 'stimulant', 'sedative', 'alcohol', 'cannabinoid', 'other'] as const;
export type AnalyteFamily = (typeof analyteFamilies)[number];

export type AnalyteEntry = {
  readonly code: string;
  /** What people call it. */
  readonly name: string;
  readonly family: AnalyteFamily;
  /** Other codes and names, as cups, laboratories and people print them; case and punctuation are left to the look-up. */
  readonly names: readonly string[];
  /** Codes of the drugs that the body makes it from. */
  readonly parents: readonly string[];
  readonly source: AnalyteSource;
};

const stimulants: readonly AnalyteRow[] = [
  [
    'AMP',
    'amphetamine',
    'AMPH, AMPS, AMPHET, amphetamines, amphetamines class, d-amphetamine, l-amphetamine, dextroamphetamine, amfetamine, amphetamine/meth',
    'HHS',
    'MET',
  ],
  [
    'MET',
    'methamphetamine',
    'MAMP, M-AMP, METH, METHAMP, MAMPH, MAMPHET, methamphetamines, d-methamphetamine, l-methamphetamine, metamfetamine, crystal meth',
    'HHS',
  ],
  ['MDMA', 'MDMA', 'XTC, ecstasy, MDM, molly, methylenedioxymethamphetamine, 3,4-methylenedioxymethamphetamine, MDEA', 'HHS'],
  ['MDA', 'MDA', 'methylenedioxyamphetamine, 3,4-methylenedioxyamphetamine', 'HHS', 'MDMA'],
  [
    'COC',
    'cocaine',
    'BZE, BE, BEG, BZG, COCA, COCM, COKE, crack, benzoylecgonine, cocaine metabolite, cocaine metabolites, cocaine metab, ecgonine methyl ester',
    'HHS',
  ],
  ['COCE', 'cocaethylene', 'cocaine ethylene', 'laboratory', 'COC ALC'],
  ['MPH', 'methylphenidate', 'MPD, RIT, ritalinic acid, methylphenidate metabolite', 'cups'],
  ['PHEN', 'phentermine', 'PHTR, phenteramine', 'laboratory'],
  [
    'CATH',
    'cathinones',
    'bath salts, MDPV, mephedrone, methylone, eutylone, pentylone, alpha-PVP, a-PVP, flakka, cathinone, N-ethylpentylone',
    'cups',
  ],
  ['MOD', 'modafinil', 'armodafinil', 'recalled'],
];

const sedatives: readonly AnalyteRow[] = [
  [
    'BZO',
    'benzodiazepines',
    'BZD, BZDP, BDZ, BNZ, BENZ, BENZO, BENZOS, benzodiazepine, benzodiazepines class, benzodiaz, benzodiazapines',
    'cups',
  ],
  ['ALP', 'alprazolam', 'ALPZ, APZ, ALPRAZ', 'laboratory'],
  [
    'AHA',
    'alpha-hydroxyalprazolam',
    'AOHALP, OHALP, hydroxyalprazolam, a-OH-alprazolam, alpha-OH-alprazolam, alphahydroxyalprazolam',
    'laboratory',
    'ALP',
  ],
  ['CLO', 'clonazepam', 'CLZ, CZP, CLNZ, CLON', 'cups'],
  ['7ACL', '7-aminoclonazepam', '7AC, 7-ACLO, 7-ACZ, 7AMC, aminoclonazepam, 7-amino-clonazepam', 'laboratory', 'CLO'],
  ['LOR', 'lorazepam', 'LRZ, LZP, LORAZ, lorazepam glucuronide', 'laboratory'],
  ['DIA', 'diazepam', 'DZP, DIAZ', 'laboratory'],
  ['NORD', 'nordiazepam', 'NDZ, NORDZ, NORDIAZ, desmethyldiazepam, nordazepam', 'laboratory', 'DIA CDX'],
  ['OXA', 'oxazepam', 'OXAZ, OXZ', 'laboratory', 'DIA NORD TEM CDX'],
  ['TEM', 'temazepam', 'TMZ, TEMAZ', 'laboratory', 'DIA'],
  ['CDX', 'chlordiazepoxide', 'CDP, CHLORD', 'laboratory'],
  ['MID', 'midazolam', 'MDZ, alpha-hydroxymidazolam, hydroxymidazolam', 'laboratory'],
  ['TRZM', 'triazolam', 'alpha-hydroxytriazolam, hydroxytriazolam', 'laboratory'],
  ['FLZ', 'flurazepam', 'desalkylflurazepam, hydroxyethylflurazepam, 2-hydroxyethylflurazepam', 'laboratory'],
  ['CLB', 'clobazam', 'norclobazam, desmethylclobazam, N-desmethylclobazam', 'laboratory'],
  [
    'DBZ',
    'designer benzodiazepines',
    'designer benzos, etizolam, bromazolam, flualprazolam, flubromazolam, flubromazepam, clonazolam, phenazepam, desalkylgidazepam',
    'supply',
  ],
  ['BAR', 'barbiturates', 'BARB, BARBS, BRB, BARBIT, barbiturate, barbituates, barbituate, barbiturates class', 'cups'],
  ['PHB', 'phenobarbital', 'PB, PBB, PHENOBARB, phenobarbitone', 'laboratory'],
  ['BUTL', 'butalbital', 'BTB, BTL, BUTALB', 'laboratory'],
  ['SEC', 'secobarbital', 'SECO, pentobarbital, amobarbital', 'laboratory'],
  ['GAB', 'gabapentin', 'GABA, GBP, GPN, GAPN', 'cups'],
  ['PGB', 'pregabalin', 'PGN, PRGB', 'laboratory'],
  ['CAR', 'carisoprodol', 'CARI, CSP, CRS', 'cups'],
  ['MPB', 'meprobamate', 'MEPRO, MPRB', 'laboratory', 'CAR'],
  ['ZOL', 'zolpidem', 'ZPD, ZLP, zolpidem carboxylic acid, zolpidem phenyl-4-carboxylic acid', 'cups'],
  ['ZOP', 'zopiclone', 'eszopiclone, zaleplon', 'laboratory'],
  ['XYL', 'xylazine', 'XYLA, XLZ, tranq, 4-hydroxyxylazine, 4-OH-xylazine', 'cups'],
  ['MDT', 'medetomidine', 'MEDET, dexmedetomidine, 3-hydroxymedetomidine', 'supply'],
  ['PHNB', 'phenibut', 'fenibut', 'supply'],
  ['GHB', 'GHB', 'gamma-hydroxybutyrate, GBL', 'recalled'],
  ['MQL', 'methaqualone', 'MQ, quaalude', 'laboratory'],
];

const alcohols: readonly AnalyteRow[] = [
  ['ALC', 'alcohol', 'ETOH, ETH, ALCO, ethanol, ethyl alcohol, alcohol ethyl, breath alcohol, BAC, BRAC', 'cups'],
  ['ETG', 'alcohol (EtG)', 'ethyl glucuronide, ethylglucuronide, ethanol metabolite, alcohol metabolite', 'cups'],
  ['ETS', 'alcohol (EtS)', 'ethyl sulfate, ethylsulfate, ethyl sulphate', 'laboratory'],
  ['PETH', 'alcohol (PEth)', 'phosphatidylethanol, PEth 16:0/18:1', 'laboratory'],
];

const cannabinoids: readonly AnalyteRow[] = [
  [
    'THC',
    'THC',
    'THCA, THCC, MJ, CANN, cannabis, marijuana, marihuana, pot, weed, cannabinoid, cannabinoids, cannabinoids class, THC-COOH, carboxy-THC, carboxy THC metabolite, 11-nor-9-carboxy-THC, 11-nor-delta-9-THC-COOH, delta-9-THC, delta-8-THC, tetrahydrocannabinol, marijuana metabolite',
    'HHS',
  ],
  ['K2', 'synthetic cannabinoids', 'K-2, K3, spice, SCRA, synthetic cannabinoid, synthetic marijuana, JWH-018, ADB-BUTINACA', 'cups'],
];

const others: readonly AnalyteRow[] = [
  ['PCP', 'PCP', 'phencyclidine, angel dust', 'HHS'],
  ['KET', 'ketamine', 'KTM, KETA', 'cups'],
  ['NKET', 'norketamine', 'NORKET, dehydronorketamine', 'laboratory', 'KET'],
  ['LSD', 'LSD', 'lysergide, lysergic acid diethylamide, 2-oxo-3-hydroxy-LSD', 'cups'],
  ['PSI', 'psilocin', 'psilocybin', 'recalled'],
  ['TCA', 'tricyclics', 'TRIC, tricyclic, tricyclic antidepressants, tricyclic antidepressant, antidepressants tricyclic', 'cups'],
  ['DXM', 'dextromethorphan', 'DMX, dextrorphan', 'recalled'],
  ['COT', 'cotinine', 'NIC, nicotine, tobacco', 'cups'],
  ['NLX', 'naloxone', 'NALX, NALOX', 'laboratory'],
  ['NTX', 'naltrexone', 'NALT, NALTREX, naltrexol, 6-beta-naltrexol, 6b-naltrexol, 6-B-naltrexol', 'laboratory'],
  ['CYC', 'cyclobenzaprine', 'CYCLO, norcyclobenzaprine', 'laboratory'],
  ['TZD', 'trazodone', 'TRAZ, mCPP, trazodone metabolite', 'laboratory'],
  ['QTP', 'quetiapine', 'QUET, norquetiapine', 'laboratory'],
  ['DPH', 'diphenhydramine', 'DPHM', 'laboratory'],
  ['BPP', 'bupropion', 'BUPRO, BUPRP, hydroxybupropion', 'laboratory'],
];

const entriesOf = (family: AnalyteFamily, rows: readonly AnalyteRow[]): readonly AnalyteEntry[] =>
  rows.map(([code, name, names, source, parents = '']) => ({
    code,
    name,
    family,
    names: names.split(', '),
    parents: parents === '' ? [] : parents.split(' '),
    source,
  }));

/** Every analyte that is known before a program has named one, an entry for each drug and each metabolite that is reported by itself. */
export const analyteVocabulary: readonly AnalyteEntry[] = [
  ...entriesOf('opioid', opioidAnalytes),
  ...entriesOf('stimulant', stimulants),
  ...entriesOf('sedative', sedatives),
  ...entriesOf('alcohol', alcohols),
  ...entriesOf('cannabinoid', cannabinoids),
  ...entriesOf('other', others),
];
