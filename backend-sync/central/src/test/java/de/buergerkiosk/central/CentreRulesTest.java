package de.buergerkiosk.central;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "de.buergerkiosk.central", importOptions = DoNotIncludeTests.class)
class CentreRulesTest {
    @ArchTest
    static final ArchRule domainKnowsNoSpring =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..store..",
                            "..main..",
                            "..device..",
                            "..citizen..",
                            "..console..",
                            "..desk..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule databaseIsForStores =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..store..", "..main..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "org.springframework.jdbc..",
                            "org.postgresql..");

    @ArchTest
    static final ArchRule deviceDoorNeverSeesPrivateKeys =
            noClasses()
                    .that()
                    .resideInAnyPackage("..device..", "..filing..")
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleName("OfficePrivateKey");

    @ArchTest
    static final ArchRule doorsAreApart =
            noClasses()
                    .that()
                    .resideInAPackage("..device..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..desk..", "..reading..", "..people..");

    @ArchTest
    static final ArchRule bouncyCastleStaysWithKeysAndPasswords =
            classes()
                    .that()
                    .resideOutsideOfPackages("..trust..", "..people..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideOutsideOfPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("de.buergerkiosk.central.(**)").should().beFreeOfCycles();
}
