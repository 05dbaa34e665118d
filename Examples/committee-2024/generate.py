#!/usr/bin/env python3
"""Writes the records of an invented province's award year; the same bytes on every run."""

import json
import pathlib

FOLDER = pathlib.Path(__file__).parent
YEAR = 2024
LAST = 2023  # The last year whose achievements count for what goes beyond the yearly titles.


class Dice:
    """Numerical Recipes' linear congruential generator, so that no library can change the draw."""

    def __init__(self, seed):
        self.state = seed

    def below(self, count):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) * count >> 24

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, options):
        return options[self.below(len(options))]


dice = Dice(2024)

DEPARTMENTS = ["Nội vụ", "Tài chính", "Kế hoạch và Đầu tư", "Công Thương", "Xây dựng", "Giao thông vận tải",
               "Giáo dục và Đào tạo", "Y tế", "Văn hóa và Thể thao", "Khoa học và Công nghệ", "Tư pháp",
               "Tài nguyên và Môi trường", "Nông nghiệp", "Lao động", "Thông tin và Truyền thông"]
DISTRICTS = ["An Phú", "Bình Minh", "Cẩm Sơn", "Đông Hòa", "Hải Vân", "Kim Long", "Lộc An", "Mỹ Thạnh",
             "Phước Lộc", "Tân Hưng", "Thanh Bình", "Vĩnh Lợi"]
COMPANIES = ["Cấp nước", "Môi trường đô thị", "Dệt may Hòa Bình", "Chế biến thủy sản Sông Xanh", "Cơ khí Tân Tiến"]
SCHOOLS = ["THPT Nguyễn Trãi", "THPT Lê Quý Đôn", "Cao đẳng Y tế", "Cao đẳng Nghề"]
FORCES = ["Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"]
HOSPITALS = ["Bệnh viện Đa khoa tỉnh", "Bệnh viện Nhi"]
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"]
FEMALE = ["Thị Hoa", "Thị Lan", "Thu Hà", "Ngọc Mai", "Thanh Hương", "Kim Oanh", "Bích Ngọc", "Thùy Linh", "Minh Châu"]
MALE = ["Văn Hùng", "Minh Tuấn", "Quốc Bảo", "Đức Anh", "Hữu Phước", "Thanh Sơn", "Công Thành", "Xuân Trường", "Gia Huy"]


def units():
    """Forty units with their cluster, the occupations of their people, and who decides their titles."""
    found = [("so", f"Sở {name}", "civilServants", f"Khối các sở số {1 + place % 3}") for place, name in enumerate(DEPARTMENTS)]
    found += [("huyen", f"UBND huyện {name}", "civilServants", f"Cụm các huyện số {1 + place % 2}") for place, name in enumerate(DISTRICTS)]
    found += [("cong-ty", f"Công ty {name}", "workers", "Khối doanh nghiệp") for name in COMPANIES]
    found += [("truong", f"Trường {name}", "publicEmployees", "Khối giáo dục") for name in SCHOOLS]
    found += [("luc-luong", name, "armedForces", "Khối nội chính") for name in FORCES]
    found += [("benh-vien", name, "publicEmployees", "Khối y tế") for name in HOSPITALS]
    return [dict(id=f"{kind}-{place + 1:02}", kind=kind, name=name, group=group, cluster=cluster)
            for place, (kind, name, group, cluster) in enumerate(found)]


def people(unit):
    for place in range(15):
        woman = dice.chance(48)
        yield dict(id=f"{unit['id']}-{place + 1:02}", unit=unit, woman=woman, leads=place == 0,
                   name=f"{dice.pick(FAMILY)} {dice.pick(FEMALE if woman else MALE)}",
                   grade=grade(), grades={year: grade(best=True) for year in range(2014, YEAR)},
                   united=not dice.chance(2), pending=dice.pick(["complaint", "inspection", "discipline"])
                   if dice.chance(2) else None, solution=dice.chance(30), rank=place)


def grade(best=False):
    roll = dice.below(100)
    if best:
        return "excellent" if roll < 45 else "wellCompleted" if roll < 97 else "completed"
    return ("excellent" if roll < 18 else "wellCompleted" if roll < 84 else "completed" if roll < 96
            else "notCompleted" if roll < 97 else None)


def years(grades):
    return [dict(year=year, grade=value) for year, value in sorted(grades.items()) if value]


def given(code, *on, category="regular"):
    return [dict(year=year, awardCode=code, category=category, decidedOn=f"{year}-12-20",
                 achievementIds=[f"tt-{code}-{year}"]) for year in on]


def documents(*more):
    """Now and then a paper is missing."""
    papers = ["submissionLetter", "achievementReport", "meetingMinutes", *more]
    if dice.chance(3):
        papers.remove(dice.pick(papers))
    return papers


def vote():
    letters = dice.below(4)
    present = 15 - letters - (1 if dice.chance(20) else 0)
    if dice.chance(3):
        present, letters = 9, 6
    return dict(eligible=15, present=present, letters=letters, votesFor=max(0, present + letters - dice.below(4)),
                isSecret=True)


def nomination(code, subject, unit, authority, **members):
    day = 1 + dice.below(28)
    record = dict(type="nomination", id=f"{code.lower()}-{subject['id']}".replace("_", "-"), unitId=unit["name"],
                  subjectId=subject["id"], name=subject["name"], awardCode=code, category="regular",
                  reviewYear=YEAR, countedThrough=YEAR, proposedOn=f"{YEAR}-11-{1 + dice.below(15):02}",
                  receivedOn=f"{YEAR}-11-{max(day, 16):02}", pastAwards=[], achievementIds=[f"tt-{subject['id']}-{YEAR}"],
                  pendingMatters=[subject["pending"]] if subject.get("pending") else [], documents=documents(),
                  proposedAuthority=authority)
    return record | members


def individual(code, person, authority="unitHead", **members):
    unit = person["unit"]
    return nomination(code, person, unit, authority, subjectKind="individual", occupationGroup=unit["group"],
                      role="head" if person["leads"] else "official", isFemale=person["woman"],
                      isDirectWorker=not person["leads"], **members)


def title(person):
    worker = person["unit"]["group"] == "workers"
    conduct = dict(isProductive=True, obeysLaw=True, helpsCommunity=person["united"]) if worker else dict(
        isSelfReliant=True, isUnited=person["united"], joinsMovements=True)
    armed = person["unit"]["group"] == "armedForces"
    members = dict(conduct=conduct, years=years({YEAR: person["grade"]}))
    if armed:
        members["recruitedOn"] = f"{YEAR - 1 - dice.below(12)}-0{1 + dice.below(9)}-15"
        if person["rank"] == 14:
            members["recruitedOn"] = f"{YEAR}-03-01"
    return individual("CSTT" if armed else "LDTT", person, **members)


def advanced(person):
    """Whether the unit counts this person as an Advanced Worker."""
    rated = person["unit"]["group"] == "workers" or person["grade"] in ("wellCompleted", "excellent")
    return rated and person["united"] and not person["pending"]


def initiative(person, scope, by, year, place=1):
    return dict(id=f"sk-{person['id']}-{year}-{place}", kind="research" if dice.chance(15) else "initiative",
                scope=scope, isApplied=not dice.chance(6), acceptedOn=f"{year}-10-15", recognisedBy=by)


def fighter(person):
    solutions = [initiative(person, "unit", "unitHead", YEAR)] if person["solution"] else []
    record = title(person) | dict(id=f"cstdcs-{person['id']}", awardCode="CSTDCS", initiatives=solutions)
    record["documents"] = documents(*(["initiativeCertificate"] if solutions else []))
    return record


def beyond(code, person, authority, awards, **members):
    """What goes beyond the yearly titles: by achievements up to the year before, with a vote of the council."""
    earned = dict(person["grades"])
    if dice.chance(4):
        del earned[LAST - 1 - dice.below(3)]
    return individual(code, person, authority, countedThrough=LAST, years=years(earned), pastAwards=awards,
                      initiatives=[], merits=[], disciplines=[], councilVote=vote(), **members)


def provincial_fighter(person):
    won = [2021, 2022, 2023] if dice.chance(75) else [2020, 2022, 2023]
    scope, by = dice.pick([("province", "provincialChairman"), ("province", "provincialChairman"),
                           ("sector", "provincialChairman"), ("province", "departmentDirector"),
                           ("district", "districtChairman")])
    record = beyond("CSTD_TINH", person, "provincialChairman", given("CSTDCS", *won))
    record["initiatives"] = [initiative(person, scope, by, LAST)]
    record["documents"] = documents("initiativeCertificate")
    return record


def national_fighter(person):
    record = beyond("CSTDTQ", person, "central", given("CSTD_TINH", 2020, 2023) if dice.chance(70) else
                    given("CSTD_TINH", 2018, 2023))
    record["initiatives"] = [initiative(person, dice.pick(["central", "central", "province"]), "provincialChairman", LAST)]
    record["documents"] = documents("initiativeCertificate")
    return record


def provincial_certificate(person):
    if person["unit"]["group"] == "workers":
        record = beyond("BK_TINH", person, "provincialChairman", [])
        record["merits"] = [dict(id=f"tt-{person['id']}", merit=dice.pick(["production", "initiative", "training"]),
                                 level="province", isVerified=not dice.chance(15))]
        return record
    won = dice.pick([[2022, 2023], [2022, 2023], [2021, 2023], []])
    record = beyond("BK_TINH", person, "provincialChairman", given("CSTDCS", *won))
    record["initiatives"] = [initiative(person, "unit", "unitHead", year) for year in (2022, 2023) if dice.chance(60)]
    return record


def prime_minister(person):
    kind = dice.pick(["regular", "regular", "regular", "thematic"])
    awards = given("BK_TINH", dice.pick([2017, 2018, 2020]), category=kind)
    awards += given("CSTDCS", *dice.pick([[2019, 2021, 2023], [2019, 2020, 2022, 2023], [2021, 2023]]))
    return beyond("BK_TTG", person, "central", awards, copies=1, hasElectronicFile=not dice.chance(10))


def third_class(person):
    awards = given("BK_TTG", dice.pick([2017, 2018, 2019])) + given("CSTDCS", *dice.pick([[2019, 2021, 2023], [2020, 2022]]))
    return beyond("HCLD3", person, "central", awards)


def collective(code, unit, members, authority="departmentDirector", **more):
    rated = [person for person in members if person["grade"]]
    state = dict(members=len(members), completedMembers=len([p for p in rated if p["grade"] != "notCompleted"]),
                 advancedMembers=len([p for p in members if advanced(p)]),
                 fighters=len([p for p in members if p.get("fighter")]),
                 femaleMembers=len([p for p in members if p["woman"]]), hasRegularMovement=True,
                 isUnited=True, obeysLaw=True, practisesDemocracy=True, caresForMembers=True, practisesThrift=True,
                 fightsCorruption=True, hasCleanOrganisations=True, exceedsTargets=unit["rank"] < 4,
                 isModel=unit["rank"] == 1, clusterRank=unit["rank"], clusterLevel="province")
    if unit["group"] == "armedForces":
        state["foundedOn"] = "1945-08-19" if unit["name"].startswith("Công an") else "1946-01-01"
    kind = "enterprise" if unit["kind"] == "cong-ty" else "collective"
    return nomination(code, dict(id=unit["id"], name=unit["name"]), unit, authority, subjectKind=kind,
                      occupationGroup=unit["group"], clusterId=unit["cluster"], years=years(unit["grades"]),
                      collective=state, councilVote=vote()) | more


def decisions(nominations):
    """The register: every award that a dossier claims, once."""
    register = {}
    for record in nominations:
        for award in record["pastAwards"]:
            key = (record["subjectId"], award["awardCode"], award["year"])
            register[key] = dict(type="award", id=f"qd-{award['year']}-{len(register) + 1:04}",
                                 subjectId=record["subjectId"], year=award["year"], awardCode=award["awardCode"],
                                 category=award["category"], decidedOn=award["decidedOn"])
    return register


def write(name, records):
    text = "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)
    (FOLDER / name).write_text(text, encoding="utf-8")


def main():
    titles, beyond_titles, collectives = [], [], []
    ranks = {}
    for unit in units():
        unit["rank"] = ranks[unit["cluster"]] = ranks.get(unit["cluster"], 0) + 1
        unit["grades"] = {year: dice.pick(["excellent"] * (9 if unit["rank"] < 3 else 2) + ["wellCompleted"]) for year in range(2016, YEAR)}
        unit["grades"][YEAR] = "excellent" if unit["rank"] < 3 else dice.pick(["wellCompleted", "wellCompleted", "completed"])
        members = list(people(unit))
        for person in members:
            titles.append(title(person))
            if (person["grade"] == "excellent" or person["solution"]) and dice.chance(60):
                person["fighter"] = True
                titles.append(fighter(person))
        leaders = members[:6]
        beyond_titles += [provincial_fighter(leaders[1])]
        beyond_titles += [provincial_certificate(person) for person in leaders[2:4]]
        if unit["rank"] < 4 and unit["group"] != "workers":
            beyond_titles += [prime_minister(leaders[4])]
        if unit["rank"] == 1:
            beyond_titles += [third_class(leaders[5]), national_fighter(leaders[0])]

        force = unit["group"] == "armedForces"
        excellent = unit["grades"][YEAR] == "excellent"
        code = ("DVQT" if force else "TTLDXS") if excellent else ("DVTT" if force else "TTLDTT")
        above = code in ("TTLDXS", "DVQT")
        collectives.append(collective(code, unit, members, "provincialChairman" if above else "departmentDirector"))
        if unit["rank"] < 3:
            collectives.append(collective("CO_TINH", unit, members, "provincialChairman"))
            awards = given("BK_TINH", 2018) + (given("CO_TINH", 2021) if dice.chance(60) else [])
            collectives.append(collective("BK_TTG", unit, members, "central", countedThrough=LAST, pastAwards=awards,
                                          disciplines=[], copies=1, hasElectronicFile=True))
        if unit["rank"] == 1:
            collectives.append(collective("CO_CP", unit, members, "central"))

    # Two slips of the kind that an office makes: a dossier of the year before, and a number written as text.
    beyond_titles[5]["receivedOn"] = f"{YEAR - 1}-12-28"
    collectives[-1]["copies"] = "01 bộ"
    # Three that only show when the dossiers lie beside each other: the same achievement in two dossiers …
    certificate = next(record for record in beyond_titles if record["awardCode"] == "BK_TINH")
    beyond_titles.append(certificate | dict(id=certificate["id"].replace("bk-tinh", "gk"), awardCode="GK",
                                            proposedAuthority="unitHead", conduct=dict(studies=True),
                                            years=years({YEAR: "excellent"})))
    # … two collectives that both lead their cluster …
    rivals = [record for record in collectives
              if record["awardCode"] == "CO_TINH" and record["clusterId"] == "Khối các sở số 2"]
    for record in rivals:
        record["collective"] = record["collective"] | dict(clusterRank=1)
    # … and what the register does not bear out: a title that it lacks, a certificate that was for a theme.
    register = decisions(titles + beyond_titles + collectives)
    fighters = [record for record in beyond_titles if record["awardCode"] == "CSTD_TINH"]
    del register[(fighters[2]["subjectId"], "CSTDCS", LAST)]
    for record in beyond_titles:
        if record["awardCode"] == "BK_TTG" and record["pastAwards"][0]["category"] == "regular":
            register[(record["subjectId"], "BK_TINH", record["pastAwards"][0]["year"])]["category"] = "thematic"
            break
    # One title of the year has been decided before the meeting.
    early = titles[2]
    register["early"] = dict(type="award", id=f"qd-{YEAR}-0001", subjectId=early["subjectId"], year=YEAR,
                             awardCode=early["awardCode"], category="regular", decidedOn=f"{YEAR}-11-20")
    write("titles.ndjson", titles)
    write("beyond-titles.ndjson", beyond_titles)
    write("collectives.ndjson", collectives)
    write("decisions.ndjson", register.values())


main()
